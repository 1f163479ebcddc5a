"""Somebody asks for a table, and gets it when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.exports.rules.export import (
    AT_ONCE,
    LINK_LIFETIME,
    MOST,
    Errand,
    Export,
    ExportsRunningError,
    Stage,
)
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import TOO_MANY

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.exports.rules.export import Wanted
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

SHOWN: Final = 10


def ask(desk: Desk, who: Person, wanted: Wanted, total: int) -> Export:
    """Have it made. How many tickets it is to have is said at once, and too many are refused."""
    roles.any_staff(who.as_actor())
    if total > MOST:
        raise InvalidError.at("question", TOO_MANY(most=MOST))
    _check_report(desk, wanted)
    if sum(each.stage_at(desk.clock.now()) is Stage.RUNNING for each in own(desk, who)) >= AT_ONCE:
        raise ExportsRunningError("Some files are being made for you. Please wait for one of them.")
    export = Export(id=desk.new_id(), by=who.id, at=desk.clock.now(), wanted=wanted, total=total)
    desk.exports.exports.put(export)
    desk.exports.makers.begin(Errand(by=who.id, export=export.id))
    return export


def _check_report(desk: Desk, wanted: Wanted) -> None:
    if wanted.report is None:
        return
    if wanted.report.report not in REPORTS:
        raise NotFoundError("report", wanted.report.report)
    wanted.report.period.spans(desk.clock.now())


def own(desk: Desk, who: Person) -> Sequence[Export]:
    roles.any_staff(who.as_actor())
    return desk.exports.exports.of(who.id, SHOWN)


def read(desk: Desk, who: Person, export_id: str) -> Export:
    roles.any_staff(who.as_actor())
    found = desk.exports.exports.get(who.id, export_id)
    if found is None:
        raise NotFoundError("export", export_id)
    return found


def link(desk: Desk, export: Export) -> str | None:
    """Where its file is, once there is one."""
    if export.stage is not Stage.DONE:
        return None
    return desk.exports.files.link(Errand(by=export.by, export=export.id), export.wanted.file_name, LINK_LIFETIME)
