"""Views: what is asked, for whom, and how it is shown. Some there are without anybody having made them."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.parsing import MOST_CONDITIONS, misread, parse
from helpdesk.capabilities.search.rules.query import Query, Reader
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Density
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError
from helpdesk.foundation.kernel.refusals import TOO_MANY, TWICE, reason
from helpdesk.foundation.kernel.vocabulary import PersonId, Priority, Role, TeamId

NO_OPERATOR: Final = reason("no_operator", "{name}: is nothing that can be asked for")

NO_SUCH_VALUE: Final = reason("no_such_value", "{name}: cannot be {value}")

VIEW_ID_TAKEN: Final = reason("view_id_taken", "{name} is a view that everybody has")

MOST: Final = 50
"""Of one person, of one team, and of all together."""


class Order(StrEnum):
    NEWEST = "newest"
    CHANGED = "changed"
    DUE = "due"
    PRIORITY = "priority"


class Column(StrEnum):
    """Beside the ticket itself, which every row has."""

    TURN = "turn"
    DEADLINE = "deadline"
    PRIORITY = "priority"
    STATE = "state"
    TEAM = "team"
    ASSIGNEE = "assignee"
    UPDATED = "updated"


COLUMNS: Final = tuple(Column)


class Grouping(StrEnum):
    """By what a list is divided."""

    STATE = "state"
    PRIORITY = "priority"
    TEAM = "team"
    ASSIGNEE = "assignee"
    ORGANIZATION = "organization"
    DUE = "due"


_LACKING: Final = {Grouping.ASSIGNEE: "is:unassigned", Grouping.ORGANIZATION: None}
"""There are tickets that have none, and what finds them."""


class Part(Struct, frozen=True, kw_only=True):
    """Some tickets of a list; `condition` narrows it to them, where something does."""

    key: str | None
    condition: str | None
    count: int


DUE: Final = {
    "past": "due:<today",
    "today": "due:today",
    "tomorrow": "due:tomorrow",
    "week": "due:+2d..+7d",
    "later": "due:>+7d",
    "never": "-due:>1971",
}
"""What is due, by the reader's days: conditions by the names of parts."""

_ORDERED: Final = {
    Grouping.STATE: ("new", "open", "pending", "on_hold", "solved", "closed", "cancelled"),
    Grouping.PRIORITY: tuple(Priority),
    Grouping.DUE: tuple(DUE),
}
MOST_PARTS: Final = 50


class Sharing(StrEnum):
    ME = "me"
    TEAM = "team"
    ALL = "all"


class Owner(Struct, frozen=True, kw_only=True):
    """Whose it is: somebody's own, everybody's of a team, or everybody's in the house."""

    person: PersonId | None = None
    team: TeamId | None = None

    @property
    def sharing(self) -> Sharing:
        if self.person is not None:
            return Sharing.ME
        return Sharing.ALL if self.team is None else Sharing.TEAM


ALL: Final = Owner()


class View(Struct, frozen=True, kw_only=True):
    """`question` is as it is typed into a search; `revision` counts how often it was saved, 0 for what nobody made.
    Without a `density` it is as close as the reader likes lists.
    """

    id: str
    name: str
    owner: Owner = ALL
    question: str
    order: Order = Order.DUE
    columns: tuple[Column, ...] = COLUMNS
    density: Density | None = None
    revision: int = 0
    grouping: Grouping | None = None


class Shelf(Struct, frozen=True, kw_only=True):
    """All views of one owner."""

    owner: Owner
    views: tuple[View, ...] = ()
    revision: int = 0
    """How often anything of it was saved."""

    def of(self, view_id: str) -> View | None:
        return next((view for view in self.views if view.id == view_id), None)


USUAL: Final = {
    view.id: view
    for view in (
        View(id="mine", name="My tickets", question="is:mine is:open"),
        View(id="team", name="My team", question="team:mine is:open"),
        View(id="unassigned", name="Unassigned", question="is:unassigned is:open"),
        View(id="due-today", name="Due today", question="due:<=today is:open"),
        View(id="breached", name="Promise missed", question="is:breached is:open"),
        View(id="waiting-for-us", name="Waiting for us", question="waits:us is:open"),
        View(id="waiting-for-them", name="Waiting for them", question="waits:them is:open", order=Order.CHANGED),
        View(id="recently-solved", name="Recently solved", question="solved:>=-7d", order=Order.CHANGED),
        View(id="followed", name="Followed", question="is:followed is:open", order=Order.CHANGED),
    )
}
"""What there is without anybody having made it; the web says their names in the reader's language."""

RESERVED: Final = frozenset({*USUAL, "counts"})
"""Addresses that no view can have."""


def owners_of(person: Person) -> tuple[Owner, ...]:
    """Whose views somebody has: who comes from outside has none of those that the house shares."""
    own = (Owner(person=person.id), *(Owner(team=team) for team in person.teams))
    return own if person.external else (*own, ALL)


def may_change(person: Person, owner: Owner) -> None:
    """Own views are anybody's of the staff; leads make those of their teams, administrators all others."""
    actor = person.as_actor()
    match owner.sharing:
        case Sharing.ME:
            allowed = owner.person == person.id
        case Sharing.TEAM:
            allowed = roles.leads(actor) and (owner.team in person.teams or actor.role is Role.ADMIN)
        case Sharing.ALL:
            allowed = roles.leads(actor) and actor.role is Role.ADMIN
    if not allowed:
        raise ForbiddenError("Views of a team are made by its leads, those of everybody by administrators.")


def asked(question: str, reader: Reader) -> Query:
    """What a view asks: whole words, as nobody is typing any more."""
    return parse(f"{question} ", reader)


def checked(view: View, reader: Reader) -> View:
    """A view as it may be kept, or InvalidError that names the operator that is wrong."""
    if wrong := misread(view.question, reader):
        why = NO_SUCH_VALUE(name=wrong.name, value=wrong.value) if wrong.known else NO_OPERATOR(name=wrong.name)
        raise InvalidError.at("question", why)
    if len(asked(view.question, reader).conditions) >= MOST_CONDITIONS:
        raise InvalidError.at("question", TOO_MANY(most=MOST_CONDITIONS - 1))
    for number, column in enumerate(view.columns):
        if column in view.columns[:number]:
            raise InvalidError.at(f"columns.{number}", TWICE(name=column))
    return view


def with_view(shelf: Shelf, view: View) -> Shelf:
    """With it in the place where it stood, or behind the others."""
    views = tuple(view if each.id == view.id else each for each in shelf.views)
    if view not in views:
        views = (*views, view)
    if len(views) > MOST:
        raise InvalidError.at("name", TOO_MANY(most=MOST))
    return Shelf(owner=shelf.owner, views=views, revision=shelf.revision + 1)


def without_view(shelf: Shelf, view_id: str) -> Shelf:
    views = tuple(each for each in shelf.views if each.id != view_id)
    return Shelf(owner=shelf.owner, views=views, revision=shelf.revision + 1)


def all_of(shelves: Iterable[Shelf]) -> Iterator[View]:
    """Those that everybody has first."""
    yield from USUAL.values()
    for shelf in shelves:
        yield from shelf.views


def parts_of(by: Grouping, found: Mapping[str, int], total: int = 0) -> tuple[Part, ...]:
    """What there is of each, in the order people think of it, else the largest first; last, those that have none."""
    known = _ORDERED.get(by, ())
    keys = [key for key in known if found.get(key)]
    keys += sorted((key for key in found if found[key] and key not in known), key=lambda key: (-found[key], key))
    parts = [Part(key=key, condition=_narrows(by, key), count=found[key]) for key in keys[:MOST_PARTS]]
    without = total - sum(found.values())
    if by in _LACKING and without > 0:
        parts.append(Part(key=None, condition=_LACKING.get(by), count=without))
    return tuple(parts)


def _narrows(by: Grouping, key: str) -> str:
    if by is Grouping.DUE:
        return DUE[key]
    operator = "org" if by is Grouping.ORGANIZATION else by.value
    return f'{operator}:"{key}"' if " " in key else f"{operator}:{key}"
