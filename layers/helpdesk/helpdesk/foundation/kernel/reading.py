"""Reading a setting that people wrote: whatever cannot be used is refused with its place and its reason.

Nobody writes texts, lists and numbers larger than these by hand; what is saved already keeps to them.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NoReturn, TypeGuard

from msgspec import Struct

from helpdesk.foundation.kernel.errors import FieldProblem, InvalidError
from helpdesk.foundation.kernel.refusals import (
    NOT_FLAG,
    NOT_LIST,
    NOT_OBJECT,
    NOT_TEXT,
    NOT_TEXTS,
    NOT_WHOLE,
    OUT_OF_RANGE,
    TOO_LARGE,
    TOO_MANY,
    UNKNOWN_FIELD,
)
from helpdesk.foundation.kernel.text import is_visible

LONGEST_TEXT: Final = 2000

MOST_ITEMS: Final = 2000

LARGEST_NUMBER: Final = 10**12


class SettingError(InvalidError):
    """A setting that cannot be used: the place that is wrong, and why."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}", [FieldProblem.at(place, reason)])
        self.place = place
        self.reason = reason


def is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping) and all(isinstance(key, str) for key in value)


class Reader(Struct, frozen=True, kw_only=True):
    """One JSON object, where it stands, and the error its faults become."""

    fields: Mapping[str, object]
    place: str
    error: type[SettingError]

    def at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def refuse(self, key: str, reason: str) -> NoReturn:
        raise self.error(self.at(key), reason)

    def only(self, known: frozenset[str]) -> None:
        """A misspelt field would be ignored in silence and make wrong dates, so it is refused."""
        for key in self.fields:
            if key not in known:
                self.refuse(key, UNKNOWN_FIELD(known=", ".join(sorted(known))))

    def has(self, key: str) -> bool:
        return self.fields.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        value = self.fields.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not is_visible(value):
            self.refuse(key, NOT_TEXT())
        if len(value) > LONGEST_TEXT:
            self.refuse(key, TOO_LARGE(most=LONGEST_TEXT))
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        value = self.fields.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(key, NOT_WHOLE())
        if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
            self.refuse(key, OUT_OF_RANGE(least=-LARGEST_NUMBER, most=LARGEST_NUMBER))
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self.fields.get(key, default)
        if not isinstance(value, bool):
            self.refuse(key, NOT_FLAG())
        return value

    def items(self, key: str, most: int = MOST_ITEMS) -> list[object]:
        value = self.fields.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            self.refuse(key, NOT_LIST())
        if len(value) > most:
            self.refuse(key, TOO_MANY(most=most))
        return list(value)

    def texts(self, key: str) -> list[str]:
        items = [item for item in self.items(key) if isinstance(item, str) and is_visible(item)]
        if len(items) != len(self.items(key)):
            self.refuse(key, NOT_TEXTS())
        if any(len(item) > LONGEST_TEXT for item in items):
            self.refuse(key, TOO_LARGE(most=LONGEST_TEXT))
        return items

    def inner(self, key: str) -> "Reader":
        """The object under `key`; nothing there reads as an empty one."""
        value = self.fields.get(key)
        if value is None:
            value = {}
        return read(value, self.at(key), self.error)

    def each(self) -> "Iterator[tuple[str, Reader]]":
        for key in self.fields:
            yield key, self.inner(key)


def read(value: object, place: str, error: type[SettingError]) -> Reader:
    if not is_object(value):
        raise error(place or "file", NOT_OBJECT())
    if len(value) > MOST_ITEMS:
        raise error(place or "file", TOO_MANY(most=MOST_ITEMS))
    return Reader(fields=value, place=place, error=error)
