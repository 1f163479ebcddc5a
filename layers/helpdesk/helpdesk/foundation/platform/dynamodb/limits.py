"""Counters that may not pass a number within their window, in the ephemeral table."""

from __future__ import annotations

from collections.abc import Sequence

from helpdesk.foundation.kernel.errors import RateLimitedError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write
from helpdesk.foundation.platform.ports import Limit


def limit_writes(tables: Tables, *limits: Limit) -> list[Write]:
    """Count one more of each, or RateLimitedError: a write for those of one key."""
    together: dict[str, list[Limit]] = {}
    for limit in limits:
        together.setdefault(limit.key, []).append(limit)
    return [_write(tables, key, counted) for key, counted in together.items()]


def _write(tables: Tables, key: str, limits: Sequence[Limit]) -> Write:
    window = max(limit.window for limit in limits)
    most = {f":most{place}": keys.number(limit.most) for place, limit in enumerate(limits)}
    update = {
        "TableName": tables.ephemeral,
        "Key": limit_key(key),
        "UpdateExpression": f"ADD {', '.join(f'#c{place} :one' for place in range(len(limits)))} SET expires_at = :end",
        "ConditionExpression": " AND ".join(
            f"(attribute_not_exists(#c{place}) OR #c{place} < :most{place})" for place in range(len(limits))
        ),
        "ExpressionAttributeNames": {f"#c{place}": limit.name for place, limit in enumerate(limits)},
        "ExpressionAttributeValues": {
            ":one": keys.number(1),
            ":end": keys.number(int((tables.wall() + window).timestamp())),
            **most,
        },
    }
    return Write({"Update": update}, RateLimitedError(window))


def limit_key(key: str) -> Key:
    return item_key(f"L#{key}", "L")
