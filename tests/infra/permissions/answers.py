from tests.infra.vocabulary import LIST, SEND

ALLOWED = {
    "FollowArticles": {
        "table/${Prefix}-helpdesk": {"dynamodb:GetItem", "dynamodb:BatchGetItem"},
        "table/${Prefix}-ephemeral": {"dynamodb:GetItem", "dynamodb:PutItem"},
        "${BucketName}": LIST,
        "${Prefix}-failed-events": SEND,
        "${BucketName}/projections/answers/*": {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"},
    },
}
STARS = {"${BucketName}/projections/answers/*": "names of files"}
TOLD = {"FollowArticles": {"TABLE", "EPHEMERAL_TABLE", "BUCKET"}}
