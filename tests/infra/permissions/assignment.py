from tests.infra.vocabulary import CONSUME, SEND, TRANSACT

ALLOWED = {
    "QueueTickets": {"AssignmentQueue": SEND, "${Prefix}-failed-events": SEND},
    "AssignTickets": {
        "table/${Prefix}-helpdesk": TRANSACT | {"dynamodb:DeleteItem"},
        "table/${Prefix}-helpdesk/index/by_assignee": {"dynamodb:Query"},
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "AssignmentQueue": CONSUME | SEND,
    },
}
TOLD = {
    "QueueTickets": {"ASSIGNMENT_QUEUE_URL"},
    "AssignTickets": {"TABLE", "ASSIGNMENT_QUEUE_URL"},
}
