"""Counters that may not pass a number within their window, in the ephemeral table."""

from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Tables, Write
from helpdesk.domain.errors import RateLimitedError
from helpdesk.ports import Limit


def limit_write(tables: Tables, limit: Limit) -> Write:
    """Count one more, or RateLimitedError."""
    update = {
        "TableName": tables.ephemeral,
        "Key": keys.limit(limit.key),
        "UpdateExpression": "ADD used :one SET expires_at = :end",
        "ConditionExpression": "attribute_not_exists(used) OR used < :most",
        "ExpressionAttributeValues": {
            ":one": keys.number(1),
            ":most": keys.number(limit.most),
            ":end": keys.number(int((tables.wall() + limit.window).timestamp())),
        },
    }
    return Write({"Update": update}, RateLimitedError(limit.window))
