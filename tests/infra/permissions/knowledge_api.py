from tests.infra.vocabulary import FORGET, READ, SECRET, SEND, WRITE

ALLOWED = {
    "KnowledgeApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | FORGET,
        "table/${Prefix}-ephemeral": {"dynamodb:UpdateItem"},
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
    },
}
TOLD = {
    "KnowledgeApi": {"TABLE", "EPHEMERAL_TABLE", "ASSIGNMENT_QUEUE_URL", "LINK_SECRET_ARN", "ORIGIN_TOKEN"},
}
