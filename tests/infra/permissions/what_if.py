from tests.infra.vocabulary import LIST, READ

ALLOWED = {
    "ReplayTickets": {
        "table/${Prefix}-helpdesk": READ,
        "table/${Prefix}-ephemeral": {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"},
        "${BucketName}": LIST,
        "${BucketName}/projections/search/*": {"s3:GetObject"},
    },
}
OTHERS = {"ReplayTicketsMachine": {"ReplayTickets": {"lambda:InvokeFunction"}}}
STARS = {"${BucketName}/projections/search/*": "months, and names of packs in them"}
TOLD = {"ReplayTickets": {"TABLE", "EPHEMERAL_TABLE", "BUCKET"}}
