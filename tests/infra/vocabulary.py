"""Words of the tables in permissions/."""

READ = {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"}
WRITE = {"dynamodb:PutItem", "dynamodb:UpdateItem"}
TRANSACT = READ | WRITE | {"dynamodb:ConditionCheckItem"}
FORGET = {"dynamodb:DeleteItem"}  # by what somebody was found under another name, and nothing else
CONSUME = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
SEND = {"sqs:SendMessage"}
SECRET = {"secretsmanager:GetSecretValue"}
PUSH = {"execute-api:ManageConnections"}
STREAM = {"dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"}
LIST = {"s3:ListBucket"}  # without it S3 says forbidden where it means missing

# What functions behind the site know beside their own.
SITE = {"TABLE", "EPHEMERAL_TABLE", "LINK_SECRET_ARN", "SITE_URL", "ORIGIN_TOKEN"}
