"""What the adapters of one desk share: tickets, people and counters, and the lock that makes a write one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock

from helpdesk.domain.assets import Asset, folded
from helpdesk.domain.availability import Availability
from helpdesk.domain.boards import Board
from helpdesk.domain.organizations import Organization
from helpdesk.domain.people import Member, Person, Team
from helpdesk.domain.tickets import Entry, Escalation, Ticket
from helpdesk.domain.vocabulary import PersonId, TeamId, TicketId
from helpdesk.ports import Answered, Claim


@dataclass(slots=True)
class MemoryTable:
    wall: Callable[[], datetime]
    heads: dict[TicketId, Ticket] = field(default_factory=dict)
    entries: dict[TicketId, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[str, Answered] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    people: dict[PersonId, Person] = field(default_factory=dict)
    addresses: dict[str, Person] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)
    teams: dict[TeamId, Team] = field(default_factory=dict)
    members: dict[TeamId, dict[PersonId, Member]] = field(default_factory=dict)
    availability: dict[PersonId, Availability] = field(default_factory=dict)
    boards: dict[TeamId, Board] = field(default_factory=dict)
    effects: dict[tuple[TicketId, str], tuple[Claim, datetime]] = field(default_factory=dict)
    escalations: dict[str, Escalation] = field(default_factory=dict)
    threads: dict[str, TicketId] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)

    def holder(self, domain: str) -> Organization | None:
        """The organization that a mail domain belongs to."""
        return next((each for each in self.organizations.values() if domain in each.domains), None)

    def named_assets(self, names: Iterable[str]) -> dict[str, Asset]:
        wanted = {folded(name) for name in names}
        return {name: asset for asset in self.assets.values() for name in asset.names & wanted}
