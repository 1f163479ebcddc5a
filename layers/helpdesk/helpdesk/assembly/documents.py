"""What is saved together of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from helpdesk.foundation.settings.documents import Bundle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.foundation.settings.documents import Setting


def _desk() -> Sequence[Setting[Any]]:
    from helpdesk.capabilities.routing.settings import RULES  # noqa: PLC0415 - only who saves imports all of them
    from helpdesk.channels.chat.settings import CHAT  # noqa: PLC0415 - as above
    from helpdesk.channels.intake.settings.form import FORM  # noqa: PLC0415 - as above
    from helpdesk.channels.intake.settings.topics import TOPICS  # noqa: PLC0415 - as above
    from helpdesk.core.staffing.settings import LANGUAGES  # noqa: PLC0415 - as above
    from helpdesk.core.tickets.settings import TERMS  # noqa: PLC0415 - as above

    return TERMS, RULES, LANGUAGES, FORM, TOPICS, CHAT


def _sla() -> Sequence[Setting[Any]]:
    from helpdesk.capabilities.ladders.settings import LADDERS  # noqa: PLC0415 - as above
    from helpdesk.capabilities.sla.settings.sections import SECTIONS  # noqa: PLC0415 - as above
    from helpdesk.core.calendars.settings.calendars import CALENDARS  # noqa: PLC0415 - as above
    from helpdesk.core.clocks.settings.policies import POLICIES  # noqa: PLC0415 - as above

    return CALENDARS, POLICIES, LADDERS, *SECTIONS


def _letters() -> Sequence[Setting[Any]]:
    from helpdesk.channels.notices.settings import WORDINGS  # noqa: PLC0415 - as above

    return (WORDINGS,)


def _mail() -> Sequence[Setting[Any]]:
    from helpdesk.channels.notices.settings import MAIL  # noqa: PLC0415 - as above

    return (MAIL,)


def _mailboxes() -> Sequence[Setting[Any]]:
    from helpdesk.channels.mail.settings import MAILBOXES  # noqa: PLC0415 - as above

    return (MAILBOXES,)


BUNDLES: Final = (
    Bundle(name="desk", parts=_desk, apart=True),
    Bundle(name="letters", parts=_letters, apart=True),
    Bundle(name="mail", parts=_mail, apart=True),
    Bundle(name="mailboxes", parts=_mailboxes, apart=True),
    Bundle(name="sla", parts=_sla, shelves={"calendars": "calendar", "policies": "policy", "ladders": "ladder"}),
)
