"""What the API gives of views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from helpdesk.capabilities.views.rules import USUAL, Column, Grouping, Order, Sharing, may_change
from helpdesk.core.preferences.rules import Density
from helpdesk.core.tickets.views.cards import Card
from helpdesk.foundation.edge.outputs import View as Shown
from helpdesk.foundation.kernel.errors import ForbiddenError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping

    from helpdesk.capabilities.views import rules
    from helpdesk.core.directory.rules import Person


class View(Shown):
    """`revision` is the ETag; it is 0 for those that everybody has without anybody having made them."""

    id: str
    name: str
    sharing: Sharing
    team: str | None
    question: str
    order: Order
    columns: list[Column]
    density: Density | None
    grouping: Grouping | None
    revision: int
    mine: bool = Field(description="Whether the caller may change it.")


class ViewList(Shown):
    items: list[View]


class ViewPage(Shown):
    items: list[Card]
    cursor: str | None
    total: int
    total_is: Literal["exact", "at_least"]


class ViewGroup(Shown):
    key: str | None = Field(description="None for tickets that have none.")
    name: str
    condition: str | None = Field(description="What narrows the view to it, where something does.")
    count: int


class ViewGroups(Shown):
    items: list[ViewGroup] = Field(description="Those that have tickets; states, priorities and times in their order.")


class ViewCount(Shown):
    count: int
    missed: bool = Field(description="A promise to one of them was missed.")


class ViewCounts(Shown):
    counts: dict[str, ViewCount] = Field(description="By the ids of views.")


def group_view(part: rules.Part, names: Mapping[str, str]) -> ViewGroup:
    key = part.key
    return ViewGroup(key=key, name=names.get(key or "", key or ""), condition=part.condition, count=part.count)


def view_view(found: rules.View, by: Person) -> View:
    return View(
        id=found.id,
        name=found.name,
        sharing=found.owner.sharing,
        team=found.owner.team,
        question=found.question,
        order=found.order,
        columns=list(found.columns),
        density=found.density,
        grouping=found.grouping,
        revision=found.revision,
        mine=found.id not in USUAL and _may_change(found, by),
    )


def _may_change(found: rules.View, by: Person) -> bool:
    try:
        may_change(by, found.owner)
    except ForbiddenError:
        return False
    return True
