from tests.infra.vocabulary import CONSUME, FORGET, LIST, PUSH, READ, SECRET, SEND, TRANSACT, WRITE

ALLOWED = {
    "AcceptMail": {"MailQueue": SEND, "${Prefix}-failed-events": SEND},
    "ReceiveEmail": {
        "table/${Prefix}-helpdesk": TRANSACT | FORGET,
        "table/${Prefix}-ephemeral": READ | WRITE | {"dynamodb:DeleteItem"},
        "${LiveApiId}/live/POST/@connections/*": PUSH,
        "MailBucket": LIST,
        "${MailBucket.Arn}/raw/*": {"s3:GetObject"},
        "${BucketName}/incoming/*": {"s3:PutObject"},
        "MailQueue": CONSUME,
        "LinkSecretArn": SECRET,
    },
}
STARS = {
    "${MailBucket.Arn}/raw/*": "keys are ids",
    "${BucketName}/incoming/*": "keys are ids",
    "${LiveApiId}/live/POST/@connections/*": "connection ids",
}
TOLD = {
    "AcceptMail": {"MAIL_QUEUE_URL"},
    "ReceiveEmail": {
        "TABLE",
        "EPHEMERAL_TABLE",
        "BUCKET",
        "MAIL_BUCKET",
        "REPLY_DOMAIN",
        "LINK_SECRET_ARN",
        "LIVE_ENDPOINT",
        "SITE_URL",
    },
}
