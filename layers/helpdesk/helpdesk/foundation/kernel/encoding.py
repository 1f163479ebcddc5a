"""Domain values as JSON and back. The stored text is compact and decodes faster than DynamoDB's typed maps."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def encode(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def decode(kind: type[T], text: str) -> T:
    return msgspec.json.decode(text, type=kind)


def convert(document: dict[str, Any], kind: type[T]) -> T:
    return msgspec.convert(document, type=kind)


def filled(value: Any) -> dict[str, Any]:
    """Its fields as plain data, without those that are absent."""
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return {name: field for name, field in plain.items() if field is not None}


def digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()


def instant(value: datetime) -> str:
    """Fixed width, so that text order is time order."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
