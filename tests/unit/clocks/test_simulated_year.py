"""A year of tickets with the clock moved by hand: every breach recorded is the oracle's, and none is missing.

HELPDESK_YEAR=10000 (with --timeout=1800) lives through all of them; every run of the tests through some.
"""

import heapq
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.record.fold import fold
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import HelpdeskError
from helpdesk.foundation.kernel.vocabulary import Scale, TicketId

from tests import sla_oracle
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message
from tests.sla_oracle import QUARTER, History

TICKETS: Final = int(os.environ.get("HELPDESK_YEAR", "250"))
YEAR: Final = datetime(2026, 1, 1, tzinfo=UTC)
QUARTERS: Final = 365 * 96
BIRTHDAYS: Final = 60  # tickets are born at so many instants: the oracle then looks at each of their days once
LIFE: Final = 14 * 96
HORIZON: Final = 40 * 96
ADA, RITA = an_agent("Ada"), a_requester("Rita")


def berlin() -> dict[str, Any]:
    """The built-in calendar as the oracle reads one: public holidays as plain dates."""
    (file, _) = CALENDARS.first
    days = [f"{year}-{day}" for year, named in file["region_days"].items() for day in named]  # type: ignore[attr-defined]
    return {"timezone": file["timezone"], "week": file["week"], "holidays": days}


BERLIN: Final = berlin()


@dataclass
class Year:
    """One desk, and everything that will happen at it in the order of time; a timer comes before people."""

    random: random.Random
    desk: Desk = field(default_factory=memory_desk)
    agenda: list[tuple[datetime, int, int, Any]] = field(default_factory=list)
    tickets: list[TicketId] = field(default_factory=list)
    rung: dict[TicketId, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        staff(self.desk, ADA)
        self.desk.directory.put_person(RITA)
        births = [self.random.randrange(QUARTERS) for _ in range(BIRTHDAYS)]
        for _ in range(TICKETS):
            self.at(YEAR + self.random.choice(births) * QUARTER, self.open)

    def at(self, when: datetime, what: Any, order: int = 1) -> None:
        heapq.heappush(self.agenda, (when, order, len(self.agenda) + self.random.randrange(10**9), what))

    def live(self) -> None:
        while self.agenda:
            when, _, _, what = heapq.heappop(self.agenda)
            self.desk.clock.set(when)
            what()

    def open(self) -> None:
        scales = list(Scale)
        ticket = open_ticket(self.desk, by=RITA, impact=self.random.choice(scales), urgency=self.random.choice(scales))
        self.tickets.append(ticket.id)
        quarter = 0
        for _ in range(self.random.randrange(6)):
            quarter += self.random.randrange(1, LIFE // 5)
            self.at(self.desk.clock.now() + quarter * QUARTER, lambda: self.act(ticket.id))
        self.set_timer(ticket.id)

    def act(self, ticket_id: TicketId) -> None:
        """Something people do; what the ticket's state does not allow is refused and leaves no trace."""
        call = Wish(ticket_id=ticket_id, by=ADA.as_actor())
        asking = Wish(ticket_id=ticket_id, by=RITA.as_actor())
        deeds = [
            lambda: tickets.write(self.desk, call, a_message()),
            lambda: tickets.write(self.desk, asking, a_message()),
            lambda: tickets.move(self.desk, call, self.random.choice(["open", "pending", "on_hold", "solved"])),
            lambda: tickets.update(self.desk, call, {"priority": self.random.choice(["P1", "P2", "P3", "P4"])}),
        ]
        try:
            self.random.choice(deeds)()
        except HelpdeskError:
            return
        self.set_timer(ticket_id)

    def set_timer(self, ticket_id: TicketId) -> None:
        wake_at = self.desk.tickets.get(ticket_id).promise.wake_at
        if wake_at and (wake_at != self.rung.get(ticket_id) or wake_at <= self.desk.clock.now()):
            self.rung[ticket_id] = wake_at
            self.at(wake_at, lambda: self.ring(ticket_id, wake_at), order=0)

    def ring(self, ticket_id: TicketId, wake_at: datetime) -> None:
        for climb in self.desk.tickets.get(ticket_id).climbs:
            escalation.climb(self.desk, ticket_id, climb.key)
            escalation.acknowledge(self.desk, Wish(ticket_id=ticket_id, by=ADA.as_actor()))
        ringing.ring(self.desk, ticket_id, wake_at)
        self.set_timer(ticket_id)


def commits(ticket: Ticket) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """What people did, in quarters since the ticket was opened."""
    for fact in ticket.tape:
        quarter, rest = divmod(fact.at - ticket.created_at, QUARTER)
        if fact.kind not in {"level", "owner"}:
            assert not rest
            yield quarter, [(fact.kind, fact.value)]


def breaches(ticket: Ticket, by: datetime) -> set[tuple[str, datetime]]:
    """By the oracle: the clocks that have passed their deadlines by then, and these."""
    policies, calendars = {"standard@1": POLICIES.first[0]}, {"office-berlin@1": BERLIN}
    history = History(ticket.created_at, list(commits(ticket)), policies, calendars, HORIZON)
    records = sla_oracle.records(history, (by - ticket.created_at) // QUARTER)
    return {(record.clock, history.at(record.breached)) for record in records if record.breached is not None}


def test_every_breach_of_a_year_is_the_oracle_s():
    """Each one recorded was one as things stood then, and those that stand in the end were all recorded."""
    year = Year(random.Random(2026))  # noqa: S311 - a year that can be lived again
    year.live()
    total = 0
    for ticket_id in year.tickets:
        entries = year.desk.tickets.entries(ticket_id)
        recorded = [entry for entry in entries if entry.type == "ClockBreached"]
        told = [(entry.event.clock, datetime.fromisoformat(entry.event.due_at)) for entry in recorded]
        assert len({entry.event.step for entry in recorded}) == len(recorded), ticket_id
        for entry, breach in zip(recorded, told, strict=True):
            before = fold([each for each in entries if each.version < entry.version])
            assert breach in breaches(before, entry.at), ticket_id
        ticket = fold(entries)
        assert breaches(ticket, ticket.created_at + (HORIZON - 1) * QUARTER) <= set(told), ticket_id
        total += len(told)
    assert len(year.tickets) == TICKETS
    assert total > TICKETS / 4
