from tests.infra.vocabulary import LIST, PUSH, READ, SECRET, SEND, WRITE

ALLOWED = {
    "NotifyPeople": {
        "table/${Prefix}-helpdesk": READ | WRITE | {"dynamodb:DeleteItem"},
        "table/${Prefix}-ephemeral": {
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
        },
        "${LiveApiId}/live/POST/@connections/*": PUSH,
        "identity/${MailFrom}": {"ses:SendEmail"},
        "identity/<MailFrom split at @ 1>": {"ses:SendEmail"},
        "configuration-set/${Prefix}": {"ses:SendEmail"},
        "LinkSecretArn": SECRET,
        "${BucketName}": LIST,
        "${BucketName}/clean/*": {"s3:GetObject"},
        "${Prefix}-failed-events": SEND,
    },
    "SendDigests": {
        "table/${Prefix}-helpdesk": {
            "dynamodb:GetItem",
            "dynamodb:BatchGetItem",
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
        },
        "table/${Prefix}-ephemeral": {"dynamodb:Query", "dynamodb:DeleteItem"},
        "stateMachine:${Prefix}-send_briefing": {"states:StartExecution"},
        "identity/${MailFrom}": {"ses:SendEmail"},
        "identity/<MailFrom split at @ 1>": {"ses:SendEmail"},
        "configuration-set/${Prefix}": {"ses:SendEmail"},
        "LinkSecretArn": SECRET,
        "${Prefix}-failed-events": SEND,
    },
    "TrackMail": {
        "table/${Prefix}-helpdesk": READ | WRITE,
        "table/${Prefix}-ephemeral": {"dynamodb:BatchGetItem", "dynamodb:PutItem"},
        "${Prefix}-failed-events": SEND,
    },
}
OTHERS = {
    "SendDigestsEveryFiveMinutes": {
        "SendDigests": {"lambda:InvokeFunction"},
        "${Prefix}-failed-events": SEND,
    },
}
STARS = {"${BucketName}/clean/*": "keys are ids", "${LiveApiId}/live/POST/@connections/*": "connection ids"}
TOLD = {
    "SendDigests": {
        "TABLE",
        "EPHEMERAL_TABLE",
        "SITE_URL",
        "MAIL_FROM",
        "MAIL_CONFIGURATION",
        "LINK_SECRET_ARN",
        "SEND_BRIEFING_ARN",
    },
    "TrackMail": {"TABLE", "EPHEMERAL_TABLE"},
    "NotifyPeople": {
        "TABLE",
        "EPHEMERAL_TABLE",
        "LIVE_ENDPOINT",
        "SITE_URL",
        "MAIL_FROM",
        "MAIL_CONFIGURATION",
        "REPLY_DOMAIN",
        "MAIL_IN_DOMAINS",
        "BUCKET",
        "LINK_SECRET_ARN",
    },
}
