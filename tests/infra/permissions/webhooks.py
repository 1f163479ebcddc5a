from tests.infra.vocabulary import READ, SECRET, SEND, WRITE

ALLOWED = {
    "CallWebhook": {
        "table/${Prefix}-helpdesk": READ | WRITE,
        "LinkSecretArn": SECRET,
        "stateMachine:${Prefix}-retry_webhook": {"states:StartExecution"},
        "${Prefix}-failed-events": SEND,
    },
}
OTHERS = {
    "RetryWebhookMachine": {"CallWebhook": {"lambda:InvokeFunction"}},
}
TOLD = {
    "CallWebhook": {"TABLE", "LINK_SECRET_ARN", "RETRY_WEBHOOK_ARN"},
}
