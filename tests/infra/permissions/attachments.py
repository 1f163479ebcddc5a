from tests.infra.vocabulary import LIST, SEND

ALLOWED = {
    "KeepAttachments": {
        "${BucketName}": LIST,
        "${BucketName}/incoming/*": {"s3:GetObject", "s3:DeleteObject"},
        "${BucketName}/clean/*": {"s3:PutObject", "s3:GetObject"},
        "${Prefix}-failed-events": SEND,
    },
}
STARS = {"${BucketName}/clean/*": "keys are ids", "${BucketName}/incoming/*": "keys are ids"}
TOLD = {
    "KeepAttachments": {"BUCKET"},
}
