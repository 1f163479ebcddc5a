from tests.infra.vocabulary import FORGET, LIST, READ, SECRET, SITE, TRANSACT, WRITE

ALLOWED = {
    "PortalApi": {
        "table/${Prefix}-helpdesk": TRANSACT | FORGET,
        "table/${Prefix}-ephemeral": (READ | WRITE) - {"dynamodb:Query"},
        "${BucketName}": LIST,
        "${BucketName}/clean/*": {"s3:GetObject"},
        "${BucketName}/incoming/*": {"s3:PutObject"},
        "LinkSecretArn": SECRET,
    },
}
STARS = {"${BucketName}/clean/*": "keys are ids", "${BucketName}/incoming/*": "keys are ids"}
TOLD = {
    "PortalApi": SITE | {"BUCKET"},
}
# Guests prove themselves by a signed link or form token.
OPEN = {
    "DELETE /api/portal/ticket/participation",
    "GET /api/portal/articles",
    "GET /api/portal/articles/{article_id}",
    "POST /api/portal/articles/{article_id}/{language}/feedback",
    "GET /api/portal/unsubscribe",
    "POST /api/portal/unsubscribe",
    "GET /api/portal/chat",
    "GET /api/portal/chat/attachments/{attachment_id}",
    "GET /api/portal/chat/times",
    "POST /api/portal/chat/live-tickets",
    "POST /api/portal/chat/messages",
    "POST /api/portal/chats",
    "GET /api/portal/form",
    "GET /api/portal/rating",
    "GET /api/portal/receipt",
    "GET /api/portal/ticket",
    "GET /api/portal/ticket/attachments/{attachment_id}",
    "POST /api/portal/rating",
    "POST /api/portal/ticket/messages",
    "POST /api/portal/tickets",
    "POST /api/portal/uploads",
}
