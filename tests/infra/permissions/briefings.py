from tests.infra.vocabulary import LIST, READ, SEND, WRITE

ALLOWED = {
    "SendBriefing": {
        "table/${Prefix}-helpdesk": READ | WRITE | {"dynamodb:DeleteItem"},
        "${BucketName}": LIST,
        "${BucketName}/projections/numbers/*": {"s3:GetObject"},
        "identity/${MailFrom}": {"ses:SendEmail"},
        "identity/<MailFrom split at @ 1>": {"ses:SendEmail"},
        "configuration-set/${Prefix}": {"ses:SendEmail"},
        "${Prefix}-failed-events": SEND,
    },
}
OTHERS = {"SendBriefingMachine": {"SendBriefing": {"lambda:InvokeFunction"}}}
STARS = {"${BucketName}/projections/numbers/*": "format of rows, months, and names of packs in them"}
TOLD = {"SendBriefing": {"TABLE", "BUCKET", "SITE_URL", "MAIL_FROM", "MAIL_CONFIGURATION"}}
