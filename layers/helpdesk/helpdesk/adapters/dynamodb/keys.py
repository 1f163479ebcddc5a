"""The keys of every item, and how values look inside them. Nobody else builds a key."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from helpdesk.domain.people import normalize_email
from helpdesk.domain.tickets import Escalation, Ticket
from helpdesk.domain.vocabulary import Phase, TicketId

HEAD: Final = "H"  # sorts after every entry, so that one backward query gives the head and the newest entries
SHARDS: Final = 8
NO_DEADLINE: Final = "9999-12-31T00:00:00.000000Z"
NOBODY: Final = "none"
_ENTRY_SK: Final = re.compile(r"E#\d{8}#\w*")

if TYPE_CHECKING:
    from helpdesk.domain.level_notes import LevelNote

Text = dict[str, str]
Key = dict[str, Text]


def text(value: str) -> dict[str, str]:
    return {"S": value}


def number(value: float) -> dict[str, str]:
    return {"N": str(value)}


def item_key(pk: str, sk: str) -> Key:
    return {"pk": text(pk), "sk": text(sk)}


def ticket_pk(ticket_id: str) -> str:
    return f"T#{ticket_id}"


def head(ticket_id: str) -> Key:
    return item_key(ticket_pk(ticket_id), HEAD)


def entry_sk(version: int, entry_id: str = "") -> str:
    return f"E#{version:08d}#{entry_id}"


def is_entry_sk(value: str) -> bool:
    return _ENTRY_SK.fullmatch(value) is not None


def entry(ticket_id: str, version: int, entry_id: str) -> Key:
    return item_key(ticket_pk(ticket_id), entry_sk(version, entry_id))


def effect(ticket_id: str, key: str) -> Key:
    return item_key(ticket_pk(ticket_id), f"C#{key}")


def person(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "P")


def alias(email: str) -> Key:
    return item_key(f"A#{normalize_email(email)}", "A")


ORGANIZATIONS: Final = "ORGANIZATIONS"


def organization(organization_id: str) -> Key:
    return item_key(ORGANIZATIONS, f"O#{organization_id}")


def mail_domain(domain: str) -> Key:
    return item_key(f"DOMAIN#{domain}", "DOMAIN")


ASSETS: Final = "ASSETS"


def asset(asset_id: str) -> Key:
    return item_key(ASSETS, f"A#{asset_id}")


def asset_name(folded: str) -> Key:
    return item_key(f"ASSET#{folded}", "ASSET")


def notes_pk(level: str) -> str:
    return f"NOTES#{level}"


def note_place(note: LevelNote) -> str:
    return f"{note.category or ''}#{note.id}"


def level_note(note: LevelNote) -> Key:
    return item_key(notes_pk(note.level), f"N#{note_place(note)}")


def escalations_pk(day: date) -> str:
    return f"ESCALATIONS#{day.isoformat()}"


def escalation(raised: Escalation) -> Key:
    return item_key(escalations_pk(raised.at.astimezone(UTC).date()), f"X#{raised.id}")


def team_pk(team_id: str) -> str:
    return f"TEAM#{team_id}"


def member(team_id: str, person_id: str) -> Key:
    return item_key(team_pk(team_id), f"M#{person_id}")


def board(team_id: str) -> Key:
    return item_key(team_pk(team_id), "BOARD")


def load(team_id: str, person_id: str) -> Key:
    return item_key(team_pk(team_id), f"L#{person_id}")


def waiting(team_id: str, place: str) -> Key:
    return item_key(team_pk(team_id), f"W#{place}")


def availability(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "AVAILABILITY")


TEAMS: Final = "TEAMS"


def team(team_id: str) -> Key:
    return item_key(TEAMS, f"T#{team_id}")


def settings(document: str) -> Key:
    return item_key("SETTINGS", document)


PLAN: Final = "PLAN"


def walks_pk(revision: int) -> str:
    return f"RECOMPUTE#{revision}"


def walk(revision: int, name: str) -> Key:
    return item_key(walks_pk(revision), name)


WAITING: Final = "K#"


def waiting_token(ticket_id: str, climb: str) -> Key:
    return item_key(ticket_pk(ticket_id), f"{WAITING}{climb}")


def message_id(identifier: str) -> Key:
    return item_key(f"MSG#{identifier}", "MSG")


def once(key: str) -> Key:
    return item_key(f"I#{_digest(key)}", "I")


def limit(key: str) -> Key:
    return item_key(f"L#{key}", "L")


def admission(secret: str) -> Key:
    return item_key(f"ADM#{_digest(secret)}", "ADM")


def connection(connection_id: str) -> Key:
    return item_key(f"CONN#{connection_id}", "CONN")


def online(person: str) -> Key:
    return item_key(f"ONLINE#{person}", "ONLINE")


def topic_pk(topic: str) -> str:
    return f"TOPIC#{topic}"


def watcher(topic: str, connection_id: str) -> Key:
    return item_key(topic_pk(topic), connection_id)


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()


def instant(value: datetime) -> str:
    """Fixed width, so that text order is time order."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def shelf(ticket: Ticket) -> str:
    """Where lists find it: all that is not closed is on one bounded shelf, the closed stand by month."""
    return f"closed-{ticket.updated_at:%Y-%m}" if ticket.phase is Phase.CLOSED else "live"


def timer_shard(ticket_id: TicketId) -> int:
    return int(_digest(ticket_id)[:8], 16) % SHARDS


def index_attributes(ticket: Ticket) -> dict[str, Any]:
    """What the secondary indexes read of a head. An attribute that is absent keeps the head out of its index."""
    promise = ticket.promise
    attributes = {
        "id": text(ticket.id),
        "queue": text(ticket.team or NOBODY),
        "owner": text(ticket.assignee or NOBODY),
        "shelf": text(shelf(ticket)),
        "due_at": text(instant(promise.next_deadline) if promise.next_deadline else NO_DEADLINE),
        "requester": text(ticket.requester),
        "created_at": text(instant(ticket.created_at)),
        "home_region": text(ticket.home_region),
        "timer_shard": number(timer_shard(ticket.id)),
    }
    if ticket.organization:
        attributes["organization"] = text(ticket.organization)
    if promise.wake_at:
        attributes["wake_at"] = text(instant(promise.wake_at))
    return attributes
