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
        "${BucketName}/begun/*": {"s3:PutObject"},
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
    },
}
STARS = {f"${{BucketName}}/{place}/*": "keys are ids" for place in ("clean", "incoming", "begun")}
TOLD = {
    "TicketsApi": SITE | {"BUCKET", "ASSIGNMENT_QUEUE_URL"},
}
