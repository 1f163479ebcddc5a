from tests.infra.vocabulary import CONSUME, LIST, READ, SEND

ALLOWED = {
    "ProjectTickets": {
        "table/${Prefix}-helpdesk": READ,
        "table/${Prefix}-ephemeral": {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem"},
        "${BucketName}": LIST,
        "${BucketName}/projections/*": {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"},
        "ProjectionQueue": CONSUME,
    },
}
OTHERS = {"TidySearch": {"ProjectionQueue": SEND, "${Prefix}-failed-events": SEND}}
STARS = {"${BucketName}/projections/*": "what is derived, months, and names of packs in them"}
TOLD = {"ProjectTickets": {"TABLE", "EPHEMERAL_TABLE", "BUCKET"}}
