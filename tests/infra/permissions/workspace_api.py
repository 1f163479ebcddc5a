from tests.infra.vocabulary import LIST, PUSH, READ, SECRET, SEND, WRITE

ALLOWED = {
    "WorkspaceApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | {"dynamodb:DeleteItem"},
        "table/${Prefix}-ephemeral": READ | WRITE | {"dynamodb:DeleteItem"},
        "${BucketName}": LIST,
        "${BucketName}/begun/*": {"s3:GetObject", "s3:PutObject"},
        "${LiveApiId}/live/POST/@connections/*": PUSH,
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${LiveApiId}/live/POST/@connections/*": "connection ids", "${BucketName}/begun/*": "keys are ids"}
TOLD = {
    "WorkspaceApi": {
        "TABLE",
        "EPHEMERAL_TABLE",
        "ASSIGNMENT_QUEUE_URL",
        "LINK_SECRET_ARN",
        "BUCKET",
        "LIVE_ENDPOINT",
        "SITE_URL",
        "ORIGIN_TOKEN",
    },
}
