from tests.infra.vocabulary import READ, SECRET, SEND, WRITE

ALLOWED = {
    "NotifyPeople": {
        "table/${Prefix}-helpdesk": READ | WRITE,
        "identity/${MailFrom}": {"ses:SendEmail"},
        "identity/<MailFrom split at @ 1>": {"ses:SendEmail"},
        "configuration-set/${Prefix}": {"ses:SendEmail"},
        "LinkSecretArn": SECRET,
        "${Prefix}-failed-events": SEND,
    },
}
TOLD = {
    "NotifyPeople": {"TABLE", "SITE_URL", "MAIL_FROM", "MAIL_CONFIGURATION", "REPLY_DOMAIN", "LINK_SECRET_ARN"},
}
