from tests.infra.vocabulary import LIST, READ

ALLOWED = {
    "MakeExport": {
        "table/${Prefix}-helpdesk": READ,
        "table/${Prefix}-ephemeral": {"dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"},
        "${BucketName}": LIST,
        "${BucketName}/projections/*": {"s3:GetObject"},
        "${BucketName}/exports/*": {"s3:PutObject", "s3:AbortMultipartUpload"},
    },
}
OTHERS = {"MakeExportMachine": {"MakeExport": {"lambda:InvokeFunction"}}}
STARS = {
    "${BucketName}/projections/*": "what is derived, months, and names of packs in them",
    "${BucketName}/exports/*": "who asked, and ids of what they asked for",
}
TOLD = {"MakeExport": {"TABLE", "EPHEMERAL_TABLE", "BUCKET"}}
