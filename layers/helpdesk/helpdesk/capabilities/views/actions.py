"""Views are made, changed and taken away; whoever has one asks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.capabilities.views.rules import (
    RESERVED,
    USUAL,
    VIEW_ID_TAKEN,
    Owner,
    Shelf,
    View,
    all_of,
    checked,
    may_change,
    owners_of,
    with_view,
    without_view,
)
from helpdesk.core.staffing.rules.refusals import NO_TEAM
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import BusyError, ConflictError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.revisions import following

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

RACES: Final = 5
"""Whoever saves another view of the same owner is in nobody's way for long."""


def all_for(desk: Desk, who: Person) -> Sequence[View]:
    roles.any_staff(who.as_actor())
    return list(all_of(desk.views.shelves(owners_of(who))))


def read(desk: Desk, who: Person, view_id: str) -> View:
    """One that somebody has; another's is none."""
    roles.any_staff(who.as_actor())
    found = USUAL.get(view_id) or _held(desk.views.shelves(owners_of(who)), view_id)
    if found is None:
        raise NotFoundError("view", view_id)
    return found


def make(desk: Desk, who: Person, wanted: View) -> View:
    return save(desk, who, replace(wanted, id=desk.new_id()), 0)


def save(desk: Desk, who: Person, wanted: View, revision: int | None) -> View:
    """Make it or put it in place of the `revision` that was seen, also with another owner."""
    roles.any_staff(who.as_actor())
    if wanted.id in RESERVED:
        raise InvalidError.at("id", VIEW_ID_TAKEN(name=wanted.id))
    if wanted.owner.team and desk.staffing.team(wanted.owner.team) is None:
        raise InvalidError.at("team", NO_TEAM(name=wanted.owner.team))
    may_change(who, wanted.owner)
    checked(wanted, reader_of(who, desk.clock.now()))

    def saved(shelves: Sequence[Shelf]) -> tuple[View, list[Shelf]]:
        held = _held(shelves, wanted.id)
        if held:
            may_change(who, held.owner)
        view = replace(wanted, revision=following(revision, held.revision if held else 0))
        changed = [with_view(_shelf(shelves, view.owner), view)]
        if held and held.owner != view.owner:
            changed.append(without_view(_shelf(shelves, held.owner), held.id))
        return view, changed

    return _written(desk, (*owners_of(who), wanted.owner), saved)


def delete(desk: Desk, who: Person, view_id: str, revision: int | None) -> View:
    """Take away the `revision` that was seen; whoever wants it back saves it anew."""
    roles.any_staff(who.as_actor())

    def deleted(shelves: Sequence[Shelf]) -> tuple[View, list[Shelf]]:
        held = _held(shelves, view_id)
        if held is None:
            raise NotFoundError("view", view_id)
        may_change(who, held.owner)
        following(revision, held.revision)
        return held, [without_view(_shelf(shelves, held.owner), view_id)]

    return _written(desk, owners_of(who), deleted)


def _written(
    desk: Desk, owners: Sequence[Owner], change: Callable[[Sequence[Shelf]], tuple[View, list[Shelf]]]
) -> View:
    for _ in range(RACES):
        view, changed = change(desk.views.shelves(list(dict.fromkeys(owners))))
        try:
            desk.views.put(changed)
        except ConflictError:
            continue
        return view
    raise BusyError("These views are saved by many at the moment. Please try again.")


def _held(shelves: Sequence[Shelf], view_id: str) -> View | None:
    return next((view for shelf in shelves if (view := shelf.of(view_id))), None)


def _shelf(shelves: Sequence[Shelf], owner: Owner) -> Shelf:
    return next(shelf for shelf in shelves if shelf.owner == owner)
