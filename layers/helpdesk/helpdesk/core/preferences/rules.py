"""What people choose for themselves, and what holds for who has not chosen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.locales import is_zone
from helpdesk.foundation.kernel.refusals import TWICE, reason


class Density(StrEnum):
    COMFORTABLE = "comfortable"
    NORMAL = "normal"
    COMPACT = "compact"


class StartPage(StrEnum):
    MINE = "mine"
    UNASSIGNED = "unassigned"
    TEAM = "team"
    INBOX = "inbox"


class AfterSend(StrEnum):
    """Where one is once a ticket is solved or waits."""

    STAY = "stay"
    NEXT = "next"
    LIST = "list"


UndoSend = Literal[0, 5, 10, 20, 30]
"""For so many seconds what one sends can be had back; with none it goes at once."""


class Concern(StrEnum):
    """What somebody is told of. The order is that of a page of settings."""

    ASSIGNED = "assigned"
    HANDED_OVER = "handed_over"
    REPLIED = "replied"
    MENTIONED = "mentioned"
    DUE_SOON = "due_soon"
    MISSED = "missed"
    ESCALATED = "escalated"
    WAITING = "waiting"
    PAGED = "paged"


class Ways(Struct, frozen=True, kw_only=True):
    """By which ways somebody is told: in the app, by mail, by push to their devices; `digest` is in one mail a day."""

    app: bool = True
    mail: bool = True
    push: bool = True
    digest: bool = False


USUAL_WAYS: Final[Mapping[Concern, Ways]] = {
    Concern.ASSIGNED: Ways(),
    Concern.HANDED_OVER: Ways(),
    Concern.REPLIED: Ways(),
    Concern.MENTIONED: Ways(),
    Concern.DUE_SOON: Ways(push=False),
    Concern.MISSED: Ways(),
    Concern.ESCALATED: Ways(mail=False, push=False),
    Concern.WAITING: Ways(push=False),
    Concern.PAGED: Ways(),
}

WAITING_IN_APP: Final = Ways(mail=False, push=False)


class QuietHours(Struct, frozen=True, kw_only=True):
    """From one time of day to another, as `22:00`, over midnight too; in the zone in which they are written to."""

    start: str
    end: str

    def hold(self, at: datetime, timezone: str) -> bool:
        now = f"{at.astimezone(ZoneInfo(timezone if is_zone(timezone) else 'UTC')):%H:%M}"
        if self.start < self.end:
            return self.start <= now < self.end
        return now >= self.start or now < self.end


class PlacedPanel(Struct, frozen=True, kw_only=True):
    name: str
    folded: bool = False
    hidden: bool = False


class Preferences(Struct, frozen=True, kw_only=True):
    """Panels and views that are not named stand behind those that are; a width of None is that of the window, a height
    that of what is written.
    """

    revision: int = 0
    """How often they were saved."""
    density: Density = Density.NORMAL
    single_keys: bool = True
    start_page: StartPage = StartPage.MINE
    after_send: AfterSend = AfterSend.NEXT
    undo_send: UndoSend = 10
    list_width: int | None = None
    panel_width: int | None = None
    composer_height: int | None = None
    panels: tuple[PlacedPanel, ...] = ()
    views: tuple[str, ...] = ()
    notifications: dict[Concern, Ways] = {}
    quiet_hours: QuietHours | None = None
    signature: str = ""
    """Below what they answer by mail."""
    digest_at: str = "08:00"
    """When the one mail a day is sent, by their own clock."""

    def ways(self, concern: Concern) -> Ways:
        return self.notifications.get(concern, USUAL_WAYS[concern])


USUAL: Final = Preferences()

ALWAYS_MAILED: Final = reason("always_mailed", "who a ladder tells to answer for a ticket is always told by mail")

MAILED_TWICE: Final = reason("mailed_twice", "is mailed at once or in one mail a day, not both")

NEVER_QUIET: Final = reason("never_quiet", "must end at another time than it begins")


def checked(wanted: Preferences) -> Preferences:
    """These, or InvalidError with the place that cannot be."""
    if not wanted.ways(Concern.PAGED).mail:
        raise InvalidError.at("notifications.paged.mail", ALWAYS_MAILED())
    for concern, ways in wanted.notifications.items():
        if ways.mail and ways.digest:
            raise InvalidError.at(f"notifications.{concern}.digest", MAILED_TWICE())
    if wanted.quiet_hours and wanted.quiet_hours.start == wanted.quiet_hours.end:
        raise InvalidError.at("quiet_hours.end", NEVER_QUIET())
    _check_names([panel.name for panel in wanted.panels], "panels.{}.name")
    _check_names(wanted.views, "views.{}")
    return wanted


def _check_names(names: Sequence[str], place: str) -> None:
    for number, name in enumerate(names):
        if name in names[:number]:
            raise InvalidError.at(place.format(number), TWICE(name=name))


def ways_now(preferences: Preferences, concern: Concern, at: datetime, timezone: str) -> Ways:
    """How somebody is told of something that happens now. What quiet hours hold back waits in the app, and for the one
    mail a day; a page is held back by none: nobody else is told in its place.
    """
    ways, quiet = preferences.ways(concern), preferences.quiet_hours
    if concern is not Concern.PAGED and quiet and quiet.hold(at, timezone):
        return replace(WAITING_IN_APP, digest=ways.digest)
    return ways


def without_mail(preferences: Preferences, concern: Concern | None) -> Preferences:
    """As they are when somebody wants no more mail of this; None is the one mail a day, whatever it is about."""
    if concern is Concern.PAGED:
        raise InvalidError.at("notifications.paged.mail", ALWAYS_MAILED())
    chosen: dict[Concern, Ways]
    if concern:
        chosen = {concern: replace(preferences.ways(concern), mail=False)}
    else:
        chosen = {each: replace(ways, digest=False) for each, ways in preferences.notifications.items()}
    return replace(preferences, notifications={**preferences.notifications, **chosen})
