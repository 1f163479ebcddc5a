from tests.infra.vocabulary import CONSUME, SEND, STREAM

ALLOWED = {
    "PublishEvents": {
        "StreamArn": STREAM,
        "EventBus": {"events:PutEvents"},
        "RepublishQueue": SEND | CONSUME,
        "UnpublishedQueue": SEND,
        "${Prefix}-assignment.fifo": SEND,
        "table/${Prefix}-ephemeral": {"dynamodb:BatchGetItem"},
    },
}
TOLD = {
    "PublishEvents": {"BUS", "REPUBLISH_QUEUE_URL", "ASSIGNMENT_QUEUE_URL", "EPHEMERAL_TABLE"},
}
