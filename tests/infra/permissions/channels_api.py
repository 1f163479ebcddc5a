from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SEND, WRITE

MAIL = "${Prefix}-mail-${AWS::AccountId}-${AWS::Region}"
ALLOWED = {
    "ChannelsApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | FORGET,
        "${Prefix}-assignment.fifo": SEND,
        "${Prefix}-mail.fifo": SEND,
        MAIL: LIST,
        f"{MAIL}/raw/*": {"s3:GetObject"},
        "LinkSecretArn": SECRET,
    },
}
STARS = {f"{MAIL}/raw/*": "keys are ids"}
TOLD = {
    "ChannelsApi": {
        "TABLE",
        "ASSIGNMENT_QUEUE_URL",
        "MAIL_QUEUE_URL",
        "MAIL_BUCKET",
        "LINK_SECRET_ARN",
        "ORIGIN_TOKEN",
    },
}
