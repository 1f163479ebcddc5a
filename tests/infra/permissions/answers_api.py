from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SEND, WRITE

ALLOWED = {
    "AnswersApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | FORGET,
        "${Prefix}-assignment.fifo": SEND,
        "table/${Prefix}-ephemeral": {"dynamodb:GetItem"},
        "${BucketName}": LIST,
        "${BucketName}/projections/answers/*": {"s3:GetObject"},
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${BucketName}/projections/answers/*": "names of files"}
TOLD = {"AnswersApi": {"TABLE", "EPHEMERAL_TABLE", "ASSIGNMENT_QUEUE_URL", "BUCKET", "LINK_SECRET_ARN", "ORIGIN_TOKEN"}}
OPEN = {"GET /api/portal/answers"}
