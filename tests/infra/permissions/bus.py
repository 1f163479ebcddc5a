from tests.infra.vocabulary import CONSUME, SEND, STREAM

ALLOWED = {
    "PublishEvents": {
        "StreamArn": STREAM,
        "EventBus": {"events:PutEvents"},
        "RepublishQueue": SEND | CONSUME,
        "UnpublishedQueue": SEND,
    },
}
TOLD = {
    "PublishEvents": {"BUS", "REPUBLISH_QUEUE_URL"},
}
