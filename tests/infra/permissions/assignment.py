from tests.infra.vocabulary import CONSUME, SEND, TRANSACT

ALLOWED = {
    "AssignTickets": {
        "table/${Prefix}-helpdesk": TRANSACT | {"dynamodb:DeleteItem"},
        "table/${Prefix}-helpdesk/index/by_assignee": {"dynamodb:Query"},
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "AssignmentQueue": CONSUME | SEND,
    },
}
TOLD = {
    "AssignTickets": {"TABLE", "ASSIGNMENT_QUEUE_URL"},
}
