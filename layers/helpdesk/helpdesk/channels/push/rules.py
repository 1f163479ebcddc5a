"""Devices that asked for notes, and what a note says: of which ticket, and why, and no word that stands in it."""

import re
from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.errors import InsideError, InvalidError
from helpdesk.foundation.kernel.network import target
from helpdesk.foundation.kernel.refusals import TOO_MANY, reason
from helpdesk.foundation.kernel.vocabulary import TicketId

MOST_DEVICES: Final = 20

# Who delivers for browsers. A device names an address there, and we call no other.
_SERVICES: Final = re.compile(
    r"fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com"
    r"|([a-z0-9-]+\.)+push\.apple\.com|([a-z0-9-]+\.)+notify\.windows\.com"
)


class PushError(InsideError):
    """A push service did not take a note; it may another time."""

    code = "push_failed"


NO_SERVICE: Final = reason("no_push_service", "is not an address of a push service that is known")


class Device(Struct, frozen=True, kw_only=True):
    """A browser somewhere, as it wants to be reached. Only it can read what is encrypted to its keys."""

    endpoint: str
    p256dh: str
    auth: str
    key: str
    """The public key of ours that it takes notes of."""
    added_at: datetime

    @property
    def id(self) -> str:
        return digest(self.endpoint)[:32]


class PushNote(Struct, frozen=True, kw_only=True):
    """`title` is in the language of who reads it."""

    title: str
    ticket_id: TicketId
    concern: Concern
    entry: str


WORDS: Final = {
    "en": {
        Concern.ASSIGNED: "{id} is yours",
        Concern.HANDED_OVER: "{id} is handed over to you",
        Concern.REPLIED: "New reply, {id}",
        Concern.MENTIONED: "You are mentioned, {id}",
        Concern.DUE_SOON: "{id} is due soon",
        Concern.MISSED: "{id} is overdue",
        Concern.ESCALATED: "{id} was escalated",
        Concern.WAITING: "{id} waits in your queue",
        Concern.PAGED: "{id} needs somebody now",
    },
    "de": {
        Concern.ASSIGNED: "{id} gehört Ihnen",
        Concern.HANDED_OVER: "{id} wird Ihnen übergeben",
        Concern.REPLIED: "Neue Antwort, {id}",
        Concern.MENTIONED: "Sie werden erwähnt, {id}",
        Concern.DUE_SOON: "{id} ist bald fällig",
        Concern.MISSED: "{id} ist überfällig",
        Concern.ESCALATED: "{id} wurde eskaliert",
        Concern.WAITING: "{id} wartet in Ihrer Warteschlange",
        Concern.PAGED: "{id} braucht jetzt jemanden",
    },
}


def title(concern: Concern, ticket_id: TicketId, language: str) -> str:
    return WORDS.get(language, WORDS["en"])[concern].format(id=ticket_id)


def check_service(endpoint: str) -> None:
    """InvalidError for an address that is no push service's."""
    found = target(endpoint)
    if found is None or not _SERVICES.fullmatch(found.host):
        raise InvalidError.at("endpoint", NO_SERVICE())


def check_room(held: int) -> None:
    if held >= MOST_DEVICES:
        raise InvalidError.at("endpoint", TOO_MANY(most=MOST_DEVICES))
