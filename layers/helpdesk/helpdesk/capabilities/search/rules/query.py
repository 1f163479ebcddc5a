"""What somebody looks for, as a tree: every condition holds of what is found."""

from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


class Reader(Struct, frozen=True, kw_only=True):
    """Who asks: `is:mine` is theirs, as is `team:mine`; days begin where they are, and `now` says which is today."""

    person: PersonId | None = None
    teams: tuple[TeamId, ...] = ()
    timezone: str = "UTC"
    now: datetime | None = None


class Words(Struct, frozen=True, kw_only=True):
    """A word, or several that stand together where they were in quotes or belong together as `e-mail` does."""

    written: str
    quoted: bool = False
    begun: bool = False
    """It may go on: the last word while it is typed, or one before a `*`."""


class Marked(Struct, frozen=True, kw_only=True):
    """It has one of these marks: `state:open,new`."""

    field: str
    values: tuple[str, ...]
    begun: bool = False
    exact: bool = False
    """No word of the mark is enough: it is one of these."""


class During(Struct, frozen=True, kw_only=True):
    """What is in `field` is from `since` on, and before `until`: when it was created, changed or solved, or is due."""

    field: str
    since: datetime | None = None
    until: datetime | None = None


Asked: TypeAlias = Words | Marked | During


class Condition(Struct, frozen=True, kw_only=True):
    asked: Asked
    excluded: bool = False
    written: str = ""
    """As it was understood."""


class Query(Struct, frozen=True, kw_only=True):
    conditions: tuple[Condition, ...] = ()
    forgiving: bool = False
    """Words may have one letter wrong."""

    @property
    def understood(self) -> tuple[str, ...]:
        return tuple(each.written for each in self.conditions)
