from tests.infra.vocabulary import READ, SECRET, WRITE

ALLOWED = {
    "SettingsApi": {
        "table/${Prefix}-helpdesk": READ | WRITE,
        "table/${Prefix}-helpdesk/index/by_team": {"dynamodb:Query"},
        "LinkSecretArn": SECRET,
        "stateMachine:${Prefix}-recompute_clocks": {"states:StartExecution"},
    },
}
TOLD = {
    "SettingsApi": {"TABLE", "LINK_SECRET_ARN", "RECOMPUTE_ARN", "ORIGIN_TOKEN"},
}
