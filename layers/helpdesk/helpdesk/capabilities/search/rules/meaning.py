"""What has to stand in a document so that a condition holds: a tree over terms, the same for every engine."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec import Struct

from helpdesk.capabilities.search.rules.compounds import parts_of
from helpdesk.capabilities.search.rules.query import Marked, Words
from helpdesk.capabilities.search.rules.stems import key, wanted
from helpdesk.capabilities.search.rules.words import ID, NUMBER, Part, as_one, cut, id_signs, written
from helpdesk.foundation.kernel.finding import sought


class OneOf(Struct, frozen=True):
    terms: tuple[str, ...]


class Begins(Struct, frozen=True):
    """A term begins so."""

    prefix: str


class Near(Struct, frozen=True):
    """These terms stand one after the other."""

    terms: tuple[str, ...]


class Alike(Struct, frozen=True):
    """A term has one letter too many, one too few, another one, or two that changed places."""

    term: str


class Every(Struct, frozen=True):
    of: "tuple[Meaning, ...]"


class Either(Struct, frozen=True):
    of: "tuple[Meaning, ...]"


Meaning: TypeAlias = OneOf | Begins | Near | Alike | Every | Either

SHORTEST_BEGINNING: Final = 2

SHORTEST_FORGIVEN: Final = 4

SHORTEST_APART: Final = 3  # words of one that is joined that say something when they stand apart

SHORTEST_NUMBER: Final = 5  # digits

_NAMED: Final = re.compile(r"(?:#|hd-?)([0-9a-z]{1,8})", re.IGNORECASE)

_PART: Final = re.compile(r"[0-9a-z]{4,8}", re.IGNORECASE)


@lru_cache(1000)
def meant_by(words: Words, *, forgiving: bool = False) -> Meaning | None:
    """None for what has nothing that could be found: signs alone."""
    text = written(words.written)
    cuttings = cut(text)
    parts = [part for part in cuttings if not (part.last and part.joined)]
    if not parts:
        return None
    keys = tuple(part.key for part in parts)
    if words.quoted:
        return _together(keys, begun=words.begun)
    ways = [*_as_number(text), *_as_id(text)]
    if len(parts) == 1:
        ways += _alone(text, parts[0], begun=words.begun, forgiving=forgiving)
    else:
        ways += [_together(keys, begun=words.begun), *_apart(text, cuttings, begun=words.begun)]
        ways += [Every(tuple(OneOf((each,)) for each in keys))] if " " in text else []
    return _either(ways)


def meant_by_marks(marked: Marked) -> Meaning:
    if marked.exact:
        return OneOf(tuple(f"{marked.field}=={whole(value)}" for value in marked.values))
    return _either(_mark(marked.field, value, begun=marked.begun) for value in marked.values)


def mark_terms(field: str, value: str, words: str) -> tuple[str, ...]:
    """By what a mark is found."""
    text = written(f"{value} {words}")
    parts = cut(text)
    joined = (as_one(text, parts, n) for n, part in enumerate(parts) if not part.joined)
    found = (*(part.key for part in parts), *(one for one in joined if one))
    return (f"{field}=={whole(value)}", *dict.fromkeys(f"{field}={each}" for each in found))


def whole(value: str) -> str:
    return " ".join(written(value).casefold().split())


def _mark(field: str, value: str, *, begun: bool) -> Meaning:
    keys = [part.key for part in cut(written(value)) if not (part.last and part.joined)]
    words: list[Meaning] = [OneOf((f"{field}={each}",)) for each in keys]
    if begun and words and len(keys[-1]) >= SHORTEST_BEGINNING:
        words[-1] = Begins(f"{field}={keys[-1]}")
    exact = OneOf((f"{field}=={whole(value)}",))
    return Either((exact, Every(tuple(words)))) if words else exact


def _together(keys: tuple[str, ...], *, begun: bool) -> Meaning:
    first, last = keys[:-1], keys[-1]
    if not begun or len(last) < SHORTEST_BEGINNING:
        return Near(keys) if first else OneOf(keys)
    before = () if not first else (OneOf(first) if len(first) == 1 else Near(first),)
    return Every((*before, Begins(last)))


def _alone(text: str, part: Part, *, begun: bool, forgiving: bool) -> list[Meaning]:
    if part.last:
        return [Begins(part.key)]  # one sign of a writing that is cut into pairs
    word = text[part.start : part.end]
    ways: list[Meaning] = [OneOf(wanted(word))]
    parts = parts_of(key(word))
    if parts:
        ways.append(Every(tuple(OneOf(wanted(each)) for each in parts)))
    if begun and len(part.key) >= SHORTEST_BEGINNING:
        ways.append(Begins(part.key))
    if forgiving and len(part.key) >= SHORTEST_FORGIVEN and part.key.isalpha():
        ways.append(Alike(part.key))
    return ways


def _apart(text: str, parts: list[Part], *, begun: bool) -> list[Meaning]:
    """Words that a hyphen joins may be written as one, or stand apart."""
    one = as_one(text, parts, 0)
    if one is None or len(one) != sum(len(part.key) for part in parts):
        return []
    ways: list[Meaning] = [Begins(one) if begun else OneOf((one,))]
    if all(len(part.key) >= SHORTEST_APART for part in parts):
        ways.append(Every(tuple(OneOf(wanted(text[part.start : part.end])) for part in parts)))
    return ways


def _as_number(text: str) -> list[Meaning]:
    if sum(sign.isdecimal() for sign in text) < SHORTEST_NUMBER or any(sign.isalpha() for sign in text):
        return []
    forms = [words[0] for words in sought(text) if len(words) == 1]
    return [Begins(f"{NUMBER}{form}") for form in forms]


def _as_id(text: str) -> list[Meaning]:
    named = _NAMED.fullmatch(text)
    part = named[1] if named else text if _PART.fullmatch(text) else None
    return [Begins(f"{ID}{id_signs(part)}")] if part else []


def _either(ways: Iterable[Meaning]) -> Meaning:
    found = tuple(ways)
    return found[0] if len(found) == 1 else Either(found)
