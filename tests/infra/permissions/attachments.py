from tests.infra.vocabulary import LIST, SEND

ALLOWED = {
    "KeepAttachments": {
        "${BucketName}": LIST,
        "${BucketName}/incoming/*": {"s3:GetObject", "s3:DeleteObject"},
        "${BucketName}/begun/*": {"s3:GetObject", "s3:DeleteObject"},
        "${BucketName}/clean/*": {"s3:PutObject", "s3:GetObject"},
        "${Prefix}-failed-events": SEND,
    },
}
STARS = {f"${{BucketName}}/{place}/*": "keys are ids" for place in ("clean", "incoming", "begun")}
TOLD = {
    "KeepAttachments": {"BUCKET"},
}
