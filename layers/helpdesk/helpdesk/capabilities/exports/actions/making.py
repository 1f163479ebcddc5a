"""A table is made: by what whoever asked for it may see now, which may be less than when they asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from helpdesk.capabilities.exports.rules.export import PAGE, Stage
from helpdesk.foundation.kernel.errors import ForbiddenError, HelpdeskError, InvalidError, NotFoundError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Iterator, Sequence

    from helpdesk.capabilities.exports.rules.export import Errand, Export, Wanted
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.cells import Cell

    Rows = Callable[[Desk, Person, Wanted], Iterator[Sequence[Cell]]]


def make(desk: Desk, errand: Errand, rows: Rows) -> Stage | None:
    """How it ended; None where there is nothing to make. Made again it is the same file."""
    export = desk.exports.exports.get(errand.by, errand.export)
    if export is None:
        return None
    if export.stage is not Stage.RUNNING:
        return export.stage
    if errand.failed:
        return _said(desk, export, Stage.FAILED)
    try:
        made = _made(desk, export, errand, rows)
    except (ForbiddenError, InvalidError, NotFoundError) as error:
        return _said(desk, export, Stage.FAILED, error)
    return _said(desk, made, Stage.DONE)


def _made(desk: Desk, export: Export, errand: Errand, rows: Rows) -> Export:
    who = desk.directory.person(export.by)
    if not who.is_staff:
        raise ForbiddenError("Whoever asked for this does not work on tickets any more.")
    counted = 0

    def counting() -> Iterator[Sequence[Cell]]:
        nonlocal counted
        for row in rows(desk, who, export.wanted):
            yield row
            counted += 1
            if counted % PAGE == 0:
                desk.exports.exports.say(replace(export, rows=counted - 1))

    kind = export.wanted.format
    desk.exports.files.put(errand, desk.exports.tables.written(kind, counting()), kind)
    return replace(export, rows=max(0, counted - 1))


def _said(desk: Desk, export: Export, stage: Stage, why: HelpdeskError | None = None) -> Stage:
    desk.exports.exports.say(replace(export, stage=stage, why=why.code if why else ""))
    return stage
