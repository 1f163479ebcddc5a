from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SEND, WRITE

ALLOWED = {
    "ReportsApi": {
        "table/${Prefix}-helpdesk": READ | WRITE | FORGET,
        "${Prefix}-assignment.fifo": SEND,
        "${BucketName}": LIST,
        "${BucketName}/projections/numbers/*": {"s3:GetObject"},
        "stateMachine:${Prefix}-send_briefing": {"states:StartExecution"},
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${BucketName}/projections/numbers/*": "format of rows, months, and names of packs in them"}
TOLD = {
    "ReportsApi": {"TABLE", "ASSIGNMENT_QUEUE_URL", "BUCKET", "LINK_SECRET_ARN", "ORIGIN_TOKEN", "SEND_BRIEFING_ARN"}
}
