"""SLA settings: read, saved as a whole, tried out, and what saving set going."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from helpdesk.capabilities.ladders.settings import LADDERS
from helpdesk.capabilities.sla.settings import document as sla_settings
from helpdesk.capabilities.timers.rules import recompute
from helpdesk.core.calendars.rules.calendar import Calendar, CalendarError
from helpdesk.core.calendars.rules.hours import OpenInterval, after_working_time, open_intervals
from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.vocabulary import TeamId
from helpdesk.foundation.settings.edition import Edition
from helpdesk.foundation.settings.versions import id_of

if TYPE_CHECKING:  # only who tries settings pays for it
    from helpdesk.capabilities.sla.rules.trial import Trial

BUNDLE: Final = CALENDARS.bundle

PREVIEWED: Final = 20


# Longer than any worker keeps a pointer, with room for clocks that differ.
HEARD_AFTER: Final = 45


def read(desk: Desk, by: Actor) -> Edition:
    roles.staff_only(by)
    return desk.settings.now(BUNDLE)


def save(desk: Desk, by: Actor, document: object, revision: int | None) -> Edition:
    """Check and save the whole document, and recompute the open tickets by it.

    Raises RevisionNeededError without a revision, SettingsMovedError for an old one, SettingError with the place.
    Saying the same again saves nothing and starts an unfinished recomputation again.
    """
    roles.admin_only(by)
    current = desk.settings.now(BUNDLE)
    following(revision, current.revision)
    edition = sla_settings.revise(document, current, desk.clock.now(), by.id, _teams(desk, also_retired=False))
    if edition is not current:
        desk.settings.save(current, edition)
    if edition.revision:
        _recompute(desk, edition.revision)
    return edition


def _recompute(desk: Desk, revision: int) -> None:
    walks = recompute.walks(revision, _teams(desk, also_retired=True))
    desk.timers.walks.plan(revision, len(walks))
    # A name that moves on: saving again starts the walks again, should they have failed. Two at once do no harm.
    desk.timers.recomputing.recompute(f"sla-{revision}-{desk.clock.wall():%Y%m%dT%H%M}", walks, HEARD_AFTER)


class Preview(Struct, frozen=True, kw_only=True):
    """What a calendar says: the next open intervals, and the instant after some working time."""

    open: list[OpenInterval]
    after: datetime


def preview(desk: Desk, by: Actor, calendar: object, at: datetime, seconds: int) -> Preview:
    """`calendar` is a file, or the id of a calendar that holds. Raises CalendarError with the place."""
    roles.staff_only(by)
    wanted = _calendar(desk, calendar)
    return Preview(
        open=open_intervals(wanted, at, count=PREVIEWED),
        after=after_working_time(wanted, at, timedelta(seconds=seconds)),
    )


def _calendar(desk: Desk, calendar: object) -> Calendar:
    calendars, edition = desk.settings.of(CALENDARS), desk.settings.now(BUNDLE)
    known = {id_of(ref): calendars[ref] for ref in edition.files["calendars"]}
    if not isinstance(calendar, str):
        return parse_calendar(calendar, known, "calendar")
    if calendar not in known:
        raise CalendarError("calendar", NO_CALENDAR(name=calendar))
    return known[calendar]


def try_out(desk: Desk, by: Actor, ticket: Mapping[str, Any], draft: object | None, at: datetime | None) -> Trial:
    """What this document, or the one that holds, would promise a ticket made now. Nothing is written.

    Raises SettingError with the place of what could not be saved either.
    """
    from helpdesk.capabilities.ladders.rules.ladder import Ladders  # noqa: PLC0415 - only who tries settings pays for it
    from helpdesk.capabilities.sla.rules import trial  # noqa: PLC0415
    from helpdesk.core.clocks.rules.book import Book  # noqa: PLC0415

    roles.admin_only(by)
    edition, now = desk.settings.now(BUNDLE), desk.clock.now()
    if draft is not None:
        edition = sla_settings.revise(draft, edition, now, by.id, _teams(desk, also_retired=False))
    calendars = edition.of(CALENDARS)
    book = Book(policies=edition.of(POLICIES), calendars=calendars)
    ladders = Ladders(versions=edition.of(LADDERS), calendars=calendars)
    return trial.tried(trial.Wanted(**ticket), book, ladders, at or now)


class Recomputation(Struct, frozen=True, kw_only=True):
    """How far the open tickets follow the settings. `seen` and `changed` count tickets."""

    revision: int
    seen: int
    changed: int
    walks: int
    walks_finished: int

    @property
    def finished(self) -> bool:
        return self.walks_finished == self.walks


def progress(desk: Desk, by: Actor) -> Recomputation:
    roles.staff_only(by)
    revision = desk.settings.now(BUNDLE).revision
    planned, begun = desk.timers.walks.of_revision(revision) if revision else (0, ())
    return Recomputation(
        revision=revision,
        seen=sum(walk.seen for walk in begun),
        changed=sum(walk.changed for walk in begun),
        walks=planned,
        walks_finished=sum(walk.finished for walk in begun),
    )


def _teams(desk: Desk, *, also_retired: bool) -> set[TeamId]:
    known = {team.id for team in desk.staffing.teams() if also_retired or not team.retired}
    return known | {entry.team for entry in desk.settings.of(TERMS).level_teams}
