"""What the adapters of one desk share: tickets, people and counters, and the lock that makes a write one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock

from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.core.assets.rules import Asset, folded
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.levels import Escalation
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel.once import Answered
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId
from helpdesk.foundation.platform.ports import Claim


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
