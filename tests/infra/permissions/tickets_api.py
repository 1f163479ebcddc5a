from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SEND, SITE, TRANSACT, WRITE

ALLOWED = {
    "TicketsApi": {
        "table/${Prefix}-helpdesk": TRANSACT | FORGET,
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "table/${Prefix}-helpdesk/index/by_assignee": {"dynamodb:Query"},
        "table/${Prefix}-helpdesk/index/by_requester": {"dynamodb:Query"},
        "table/${Prefix}-helpdesk/index/by_organization": {"dynamodb:Query"},
        "table/${Prefix}-ephemeral": (READ | WRITE) - {"dynamodb:Query"},
        "${BucketName}": LIST,
        "${BucketName}/clean/*": {"s3:GetObject"},
        "${BucketName}/incoming/*": {"s3:PutObject"},
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${BucketName}/clean/*": "keys are ids", "${BucketName}/incoming/*": "keys are ids"}
TOLD = {
    "TicketsApi": SITE | {"BUCKET", "ASSIGNMENT_QUEUE_URL"},
}
