"""Settings of chats: saved with all else of the desk."""

from helpdesk.channels.chat.settings import CHAT
from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.settings.edition import Edition


def read(desk: Desk, by: Actor) -> Edition:
    roles.staff_only(by)
    return desk.settings.now(CHAT.bundle)


def save(desk: Desk, by: Actor, chat: bool, calendar: str, revision: int | None) -> Edition:  # noqa: FBT001 - as it is sent
    """Raises InvalidError for a calendar that is not there, SettingsMovedError for an old `revision`."""
    roles.admin_only(by)
    now = desk.settings.now(CHAT.bundle)
    following(revision, now.revision)
    if desk.settings.of(CALENDARS).named(calendar) is None:
        raise InvalidError.at("chat_calendar", NO_CALENDAR(name=calendar))
    after = now.with_fields({"chat": chat, "chat_calendar": calendar}, desk.clock.now(), by.id)
    desk.settings.save(now, after)
    return after
