from tests.infra.vocabulary import READ, SECRET, SEND, SITE, WRITE

ALLOWED = {
    "DirectoryApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | {"dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"},
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
    },
}
TOLD = {
    "DirectoryApi": SITE | {"ASSIGNMENT_QUEUE_URL"},
}
