from tests.infra.vocabulary import PUSH, READ, SEND, WRITE

ALLOWED = {
    "Live": {
        "table/${Prefix}-helpdesk": READ | {"dynamodb:UpdateItem"},
        "${Prefix}-assignment.fifo": SEND,
        "table/${Prefix}-ephemeral": {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:DeleteItem"} | WRITE,
        "${LiveApi}/live/POST/@connections/*": PUSH,
    },
    "PushToBrowsers": {
        "table/${Prefix}-helpdesk": {"dynamodb:BatchGetItem"},
        "table/${Prefix}-ephemeral": {"dynamodb:Query", "dynamodb:DeleteItem"},
        "${LiveApi}/live/POST/@connections/*": PUSH,
        "${Prefix}-failed-events": SEND,
    },
}
STARS = {"${LiveApi}/live/POST/@connections/*": "connection ids"}
TOLD = {
    "Live": {"TABLE", "EPHEMERAL_TABLE", "ASSIGNMENT_QUEUE_URL", "LIVE_ENDPOINT"},
    "PushToBrowsers": {"TABLE", "EPHEMERAL_TABLE", "LIVE_ENDPOINT"},
}
