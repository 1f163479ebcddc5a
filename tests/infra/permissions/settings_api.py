from tests.infra.vocabulary import READ, SECRET, SEND, WRITE

ALLOWED = {
    "SettingsApi": {
        "table/${Prefix}-helpdesk": READ | WRITE,
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "${Prefix}-assignment.fifo": SEND,
        "LinkSecretArn": SECRET,
        "stateMachine:${Prefix}-recompute_clocks": {"states:StartExecution"},
    },
}
TOLD = {
    "SettingsApi": {"TABLE", "ASSIGNMENT_QUEUE_URL", "LINK_SECRET_ARN", "RECOMPUTE_ARN", "ORIGIN_TOKEN"},
}
