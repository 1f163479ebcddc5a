"""Counters that may not pass a number within their window, in the ephemeral table."""

from __future__ import annotations

from helpdesk.foundation.kernel.errors import RateLimitedError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write
from helpdesk.foundation.platform.ports import Limit


def limit_writes(tables: Tables, limit: Limit) -> list[Write]:
    """Count one more, or RateLimitedError."""
    update = {
        "TableName": tables.ephemeral,
        "Key": limit_key(limit.key),
        "UpdateExpression": "ADD used :one SET expires_at = :end",
        "ConditionExpression": "attribute_not_exists(used) OR used < :most",
        "ExpressionAttributeValues": {
            ":one": keys.number(1),
            ":most": keys.number(limit.most),
            ":end": keys.number(int((tables.wall() + limit.window).timestamp())),
        },
    }
    return [Write({"Update": update}, RateLimitedError(limit.window))]


def limit_key(key: str) -> Key:
    return item_key(f"L#{key}", "L")
