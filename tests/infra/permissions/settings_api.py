from tests.infra.vocabulary import FORGET, READ, SECRET, SEND, WRITE

ALLOWED = {
    "SettingsApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | FORGET,
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
        "stateMachine:${Prefix}-recompute_clocks": {"states:StartExecution"},
    },
}
TOLD = {
    "SettingsApi": {
        "TABLE",
        "ASSIGNMENT_QUEUE_URL",
        "LINK_SECRET_ARN",
        "RECOMPUTE_ARN",
        "RECOMPUTE_SIDE_BY_SIDE",
        "ORIGIN_TOKEN",
        "SITE_URL",
    },
}
