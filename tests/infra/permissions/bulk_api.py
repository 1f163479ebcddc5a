from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SEND, TRANSACT, WRITE

ALLOWED = {
    "BulkApi": {
        "table/${Prefix}-helpdesk": TRANSACT | FORGET,
        "table/${Prefix}-ephemeral": READ | WRITE,
        "${Prefix}-assignment.fifo": SEND,
        "stateMachine:${Prefix}-change_tickets": {"states:StartExecution"},
        "stateMachine:${Prefix}-make_export": {"states:StartExecution"},
        "stateMachine:${Prefix}-replay_tickets": {"states:StartExecution"},
        "${BucketName}": LIST,
        "${BucketName}/projections/search/*": {"s3:GetObject"},
        "${BucketName}/exports/*": {"s3:GetObject"},
        "LinkSecretArn": SECRET,
    },
}
STARS = {
    "${BucketName}/projections/search/*": "months, and names of packs in them",
    "${BucketName}/exports/*": "who asked, and ids of what they asked for",
}
TOLD = {
    "BulkApi": {
        "TABLE",
        "EPHEMERAL_TABLE",
        "ASSIGNMENT_QUEUE_URL",
        "CHANGE_TICKETS_ARN",
        "MAKE_EXPORT_ARN",
        "REPLAY_TICKETS_ARN",
        "BUCKET",
        "LINK_SECRET_ARN",
        "ORIGIN_TOKEN",
    },
}
