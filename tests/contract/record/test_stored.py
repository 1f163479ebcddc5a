"""What is stored is kept for ever: a head, a card and every kind of entry stay as they were written, byte by byte.

A sample is never edited. A new fact, or a new field, comes with a new sample
(`python -m tests.contract.record.test_stored`): `head.2.json` is written since a field came to the head, and what
`head.json` shows is still read.
"""

import json
import types
import typing
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final, get_args, get_origin, get_type_hints

import pytest
from helpdesk.core.record import stored_entries, stored_heads
from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.listing import Card, card
from helpdesk.foundation.kernel import encoding
from msgspec import Struct

SAMPLES: Final = Path(__file__).parent / "stored"
INSTANT: Final = datetime(2026, 3, 2, 9, 30, 15, 250_000, tzinfo=UTC)
LIKE: Final = {str: "word", int: 3, float: 0.5, bool: True, datetime: INSTANT, object: "word"}


def filled(kind: Any) -> Any:
    """A value of a type in which nothing is left out."""
    if kind is Event:
        return CATALOGUE["TicketUnattended"](team="service-desk", reason="full")
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind)
        return kind(**{name: filled(hints[name]) for name in kind.__struct_fields__})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)[-1]
    if supertype := getattr(kind, "__supertype__", None):
        return filled(supertype)
    return _container(kind) if get_origin(kind) else LIKE[kind]


def _container(kind: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return filled(inner[0])
    if origin is tuple:
        return (filled(inner[0]),)
    if origin is frozenset:
        return frozenset({filled(inner[0])})
    return {"word": filled(inner[1])}


def a_head() -> Ticket:
    ticket = filled(Ticket)
    kinds = ("created", "state", "policy", "owner", "requester_message")
    values = ("", "open/open", "standard@1", "ada", "")
    tape = [
        type(fact)(at=INSTANT, kind=kind, value=value)
        for fact in ticket.tape
        for kind, value in zip(kinds, values, strict=True)
    ]
    return encoding.convert({**{n: getattr(ticket, n) for n in ticket.__struct_fields__}, "tape": tape}, Ticket)


def an_entry(event: Event) -> Entry:
    entry = filled(Entry)
    return type(entry)(**{name: getattr(entry, name) for name in entry.__struct_fields__} | {"event": event})


def stored() -> Iterator[tuple[str, str]]:
    head = a_head()
    yield "head", stored_heads.encode(head)
    yield "card", encoding.encode(card(head))
    for name, event in CATALOGUE.items():
        yield name, stored_entries.encode(an_entry(filled(event)))
    yield "personal", encoding.encode(filled(Entry).personal)


def samples(name: str) -> list[Path]:
    """The samples of one kind, the newest last."""
    return sorted([*SAMPLES.glob(f"{name}.json"), *SAMPLES.glob(f"{name}.*.json")], key=number)


def number(path: Path) -> int:
    return int(path.stem.partition(".")[2] or 1)


@pytest.mark.parametrize(("name", "text"), list(stored()), ids=lambda value: value if len(value) < 40 else "")
def test_it_is_written_as_ever(name: str, text: str):
    assert text == samples(name)[-1].read_text()


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_ever_written_is_read(path: Path):
    text, kind = path.read_text(), path.stem.partition(".")[0]
    if kind == "head":
        assert stored_heads.encode(stored_heads.decode(text)) == text
    elif kind == "card":
        # Made anew with every change of its ticket: what it shows since then is empty on an old one.
        assert json.loads(text).items() <= json.loads(encoding.encode(encoding.decode(Card, text))).items()
    elif kind in CATALOGUE:
        assert stored_entries.encode(stored_entries.decode(text, None)) == text
    else:
        assert stored_entries.decode((SAMPLES / "TicketQueued.json").read_text(), text).personal is not None


if __name__ == "__main__":
    SAMPLES.mkdir(exist_ok=True)
    for name, text in stored():
        written = samples(name)
        if not written:
            (SAMPLES / f"{name}.json").write_text(text)
        elif written[-1].read_text() != text:
            (SAMPLES / f"{name}.{number(written[-1]) + 1}.json").write_text(text)
