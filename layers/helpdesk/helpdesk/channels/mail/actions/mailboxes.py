"""Mailboxes as settings: read by staff, saved by administrators."""

from collections.abc import Mapping, Sequence

from msgspec import to_builtins
from msgspec.structs import replace

from helpdesk.channels.mail.rules.mailboxes import (
    ADDRESS_OF_TWO,
    MOST_MAILBOXES,
    PLUS_ADDRESS,
    Mailbox,
)
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.core.staffing.rules.refusals import NO_TEAM
from helpdesk.core.staffing.rules.teams import levels_of
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.refusals import BAD_ID, TOO_MANY, TWICE
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.text import is_id
from helpdesk.foundation.kernel.vocabulary import Level, TeamId
from helpdesk.foundation.settings.edition import Edition


def read(desk: Desk, by: Actor) -> Edition:
    roles.staff_only(by)
    return desk.settings.now(MAILBOXES.bundle)


def save(desk: Desk, by: Actor, mailboxes: Sequence[Mailbox], revision: int | None) -> Edition:
    """The settings with these mailboxes; refused with the place of what cannot be used. Raises SettingsMovedError."""
    roles.admin_only(by)
    now = desk.settings.now(MAILBOXES.bundle)
    following(revision, now.revision)
    levels = levels_of(desk.staffing.teams())
    check(mailboxes, levels)
    written = [replace(mailbox, level=levels[mailbox.team] if mailbox.team else None) for mailbox in mailboxes]
    after = now.with_fields({"mailboxes": to_builtins(written)}, desk.clock.now(), by.id)
    desk.settings.save(now, after)
    return after


def check(mailboxes: Sequence[Mailbox], teams: Mapping[TeamId, Level]) -> None:
    """No address is that of two, and each team is one that there is."""
    if len(mailboxes) > MOST_MAILBOXES:
        raise InvalidError.at("mailboxes", TOO_MANY(most=MOST_MAILBOXES))
    addresses: set[str] = set()
    for index, mailbox in enumerate(mailboxes):
        place = f"mailboxes[{index}]"
        if not is_id(mailbox.id):
            raise SettingError(f"{place}.id", BAD_ID())
        if mailbox.id in {other.id for other in mailboxes[:index]}:
            raise SettingError(f"{place}.id", TWICE(name=mailbox.id))
        if mailbox.team and mailbox.team not in teams:
            raise SettingError(f"{place}.team", NO_TEAM(name=mailbox.team))
        _check_addresses(place, mailbox, addresses)


def _check_addresses(place: str, mailbox: Mailbox, taken: set[str]) -> None:
    named = [("address", mailbox.address), *((f"aliases[{number}]", it) for number, it in enumerate(mailbox.aliases))]
    for field, address in named:
        if "+" in address.rpartition("@")[0]:
            raise SettingError(f"{place}.{field}", PLUS_ADDRESS(name=address))
        if folded(address) in taken:
            raise SettingError(f"{place}.{field}", ADDRESS_OF_TWO(name=address))
        taken.add(folded(address))
