"""The keys of every item, and how values look inside them. Nobody else builds a key."""

from __future__ import annotations

from typing import Any

Text = dict[str, str]

Key = dict[str, Text]


def text(value: str) -> dict[str, str]:
    return {"S": value}


def number(value: float) -> dict[str, str]:
    return {"N": str(value)}


def holding(attribute: str, seen: Text | None) -> dict[str, Any]:
    """The condition that an attribute is what was read, or that there is none."""
    named = {"ExpressionAttributeNames": {"#held": attribute}}
    if seen is None:
        return {"ConditionExpression": "attribute_not_exists(#held)"} | named
    return {"ConditionExpression": "#held = :seen", "ExpressionAttributeValues": {":seen": seen}} | named


def item_key(pk: str, sk: str) -> Key:
    return {"pk": text(pk), "sk": text(sk)}


def ticket_pk(ticket_id: str) -> str:
    return f"T#{ticket_id}"
