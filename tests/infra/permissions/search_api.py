from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SEND, WRITE

ALLOWED = {
    "SearchApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | FORGET,
        "${Prefix}-assignment.fifo": SEND,
        "table/${Prefix}-ephemeral": {"dynamodb:Query"},
        "${BucketName}": LIST,
        "${BucketName}/projections/search/*": {"s3:GetObject"},
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${BucketName}/projections/search/*": "months, and names of packs in them"}
TOLD = {"SearchApi": {"TABLE", "EPHEMERAL_TABLE", "ASSIGNMENT_QUEUE_URL", "BUCKET", "LINK_SECRET_ARN", "ORIGIN_TOKEN"}}
