from tests.infra.vocabulary import PUSH, READ, SECRET, SEND, WRITE

ALLOWED = {
    "WorkspaceApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | {"dynamodb:DeleteItem"},
        "table/${Prefix}-ephemeral": {
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
        },
        "${LiveApiId}/live/POST/@connections/*": PUSH,
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${LiveApiId}/live/POST/@connections/*": "connection ids"}
TOLD = {
    "WorkspaceApi": {
        "TABLE",
        "EPHEMERAL_TABLE",
        "ASSIGNMENT_QUEUE_URL",
        "LINK_SECRET_ARN",
        "LIVE_ENDPOINT",
        "SITE_URL",
        "ORIGIN_TOKEN",
    },
}
