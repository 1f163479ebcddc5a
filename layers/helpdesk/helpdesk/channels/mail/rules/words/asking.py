"""What commands above a reply ask to be changed: the priority by its name, and who works on it by theirs."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from helpdesk.core.directory.rules import NO_PERSON
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import NOT_ONE_OF, reason
from helpdesk.foundation.kernel.text import words_of
from helpdesk.foundation.kernel.vocabulary import Priority

AMBIGUOUS: Final = reason("ambiguous_name", "several people are called {name}: their address says who is meant")

_ADDRESS: Final = re.compile(r"[^\s<>:;,\"]+@[^\s<>:;,\"]+")
_PRIORITIES: Final = {
    Priority.P1: {"p1", "1", "critical", "urgent", "kritisch", "dringend"},
    Priority.P2: {"p2", "2", "high", "hoch"},
    Priority.P3: {"p3", "3", "normal", "medium", "mittel"},
    Priority.P4: {"p4", "4", "low", "niedrig"},
}


class Named(Protocol):
    @property
    def name(self) -> str: ...


Somebody = TypeVar("Somebody", bound=Named)


def priority(written: str) -> Priority:
    """As the pages call it, in English or German, or by its short name."""
    wanted = written.strip().casefold()
    found = next((each for each, names in _PRIORITIES.items() if wanted in names), None)
    if found is None:
        raise InvalidError.at("priority", NOT_ONE_OF(known=", ".join(Priority)))
    return found


def address(written: str) -> str | None:
    """An address in what was written; programs put others of their own around it."""
    found = _ADDRESS.search(written)
    return found[0] if found else None


def called(written: str, people: Iterable[Somebody]) -> Somebody | None:
    """Who of them is called so: by all of the name, or else by beginnings of its words. Two make it nobody's name."""
    wanted = words_of(written)
    if not wanted:
        raise InvalidError.at("assignee", NO_PERSON(name=written))
    fitting = [each for each in people if _begins(wanted, words_of(each.name))]
    found = [each for each in fitting if sorted(words_of(each.name)) == sorted(wanted)] or fitting
    if len(found) > 1:
        raise InvalidError.at("assignee", AMBIGUOUS(name=written))
    return found[0] if found else None


def _begins(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)
