"""Every call to AWS on the way of a ticket fails once: before it happens, or after, when only its answer is lost.

Clients and platform try again as they do. In the end everything has happened, and nothing twice.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_string
from email.policy import default
from typing import Final

import pytest
from helpdesk.capabilities.assignment.actions import teams as staffing
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.rules.listing import timer_shard
from helpdesk.foundation.kernel.vocabulary import Level, Role
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING, SettableClock

from tests import infrastructure
from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.platform import Platform, subscribe

ADA, OLIVIA = an_agent(), an_agent("Olivia", teams=("it-operations",))
LEA = an_agent("Lea", role=Role.LEAD)
RITA: Final = "rita@people.example"
VERA: Final = "vera@vendor.example"
SEND: Final = "sesv2:SendEmail"
READS: Final = re.compile(r".*:(Get|BatchGet|Query|Head|List|Describe)")


@dataclass
class Fault:
    """Breaks the call of this number; 0 breaks none."""

    number: int = 0
    how: str = ""
    seen: list[str] = field(default_factory=list)

    def __call__(self, call):
        self.seen.append(call.name)
        return self.how if len(self.seen) == self.number else None

    @property
    def mails_at_most(self):
        """Two of one mail only when it struck after SES took the mail and before that was written down."""
        last = self.number - (2 if self.how == "before" else 1)
        return 2 if last >= 0 and self.seen[last] == SEND else 1

    def __str__(self):
        return f"{self.how} call {self.number}, {self.seen[self.number - 1]}" if self.number else "no fault"


class World:
    """A desk with an agent at both levels, the platform around it, and people who do not give up."""

    def __init__(self, calls, at):
        self.clock = SettableClock(at, wall=lambda: datetime.now(UTC))
        self.desk = infrastructure.aws_desk(self.clock)
        self.platform = Platform(calls)
        self.http = Gateway()

    def insist(self, send):
        """Send a request again until it is answered."""
        for _ in range(4):
            reply = self.platform.run(send)
            if reply.status < 500:
                return reply
        raise AssertionError(reply.text)

    def facts(self, ticket_id):
        return Counter(entry.type for entry in self.desk.tickets.entries(ticket_id))

    def mails(self):
        """How often each mail was sent to whom."""
        read = [message_from_string(mail.raw_data, policy=default) for mail in infrastructure.mails_sent()]
        return Counter((mail["To"].addresses[0].addr_spec, words(mail)) for mail in read)


def words(mail):
    """Its text but for the links, which are signed anew for every mail."""
    return "\n".join(line for line in mail.get_body(["plain"]).get_content().splitlines() if "://" not in line)


def opened(world):
    """A ticket that Ada works on."""
    draft = {"subject": "Printer", "description": "It smokes.", "requester": RITA}
    ticket_id = world.http.post("/api/tickets", draft, by=ADA).body["id"]
    world.platform.settle()
    return ticket_id


class Creating:
    """Somebody sends the public form."""

    def prepare(self, world):
        form = world.http.get("/api/portal/form").body["form_token"]
        return {"form_token": form, "name": "Rita", "email": RITA, "subject": "Printer", "description": "It smokes."}

    def act(self, world, draft):
        world.clock.pause(5)
        reply = world.insist(lambda: world.http.post("/api/portal/tickets", draft))
        world.platform.settle()
        return reply.body["id"]

    def check(self, world, ticket_id):
        rita = world.desk.directory.by_email(RITA)
        assert [card.id for card in world.desk.tickets.by_requester(rita.id, None, 10).items] == [ticket_id]
        facts = world.facts(ticket_id)
        assert (facts["TicketCreated"], facts["TicketAssigned"]) == (1, 1)
        assert world.desk.tickets.get(ticket_id).assignee == ADA.id
        assert sorted(to for to, _ in world.mails()) == [ADA.email, RITA]


class Replying:
    """An agent answers."""

    def prepare(self, world):
        return opened(world)

    def act(self, world, ticket_id):
        path, key = f"/api/tickets/{ticket_id}/messages", {"idempotency-key": "one reply"}
        world.insist(lambda: world.http.post(path, {"body": "Did you try water?"}, by=ADA, headers=key))
        world.platform.settle()
        return ticket_id

    def check(self, world, ticket_id):
        assert world.facts(ticket_id)["MessageAdded"] == 1
        assert [to for to, text in world.mails() if "Did you try water?" in text] == [RITA]


class WritingBeside:
    """An agent asks somebody outside, and waits for them."""

    def prepare(self, world):
        return opened(world)

    def act(self, world, ticket_id):
        path, key = f"/api/tickets/{ticket_id}/sides", {"idempotency-key": "one letter"}
        letter = {"subject": "Part", "to": [VERA], "body": "Do you have one?", "state": "on_hold", "vendor": "acme"}
        world.insist(lambda: world.http.post(path, letter, by=ADA, headers=key))
        world.platform.settle()
        return ticket_id

    def check(self, world, ticket_id):
        facts = world.facts(ticket_id)
        assert (facts["SideMessageSent"], facts["StateChanged"]) == (1, 1)
        assert [to for to, text in world.mails() if "Do you have one?" in text] == [VERA]


class Breaching:
    """Nobody answers in time."""

    def prepare(self, world):
        ticket_id = opened(world)
        world.clock.set(world.desk.tickets.get(ticket_id).promise.next_deadline)
        return ticket_id

    def act(self, world, ticket_id):
        shard = timer_shard(ticket_id)
        for _ in range(2):  # the next sweep finds what the first one could not start
            world.platform.sweep(range(shard, shard + 1))
            world.platform.ring()
            world.platform.settle()
        return ticket_id

    def check(self, world, ticket_id):
        facts = world.facts(ticket_id)
        assert (facts["ClockBreached"], facts["TicketEscalated"]) == (1, 1)
        assert world.desk.tickets.get(ticket_id).assignee == OLIVIA.id
        assert {to for to, _ in world.mails()} == {RITA, ADA.email, OLIVIA.email}


class AnsweringLate:
    """Somebody answers after the deadline, before or while the timer rings."""

    def prepare(self, world):
        return Breaching().prepare(world)

    def act(self, world, ticket_id):
        path, key = f"/api/tickets/{ticket_id}/messages", {"idempotency-key": "one reply"}
        world.insist(lambda: world.http.post(path, {"body": "Here you are."}, by=ADA, headers=key))
        return Breaching().act(world, ticket_id)

    def check(self, world, ticket_id):
        facts = world.facts(ticket_id)
        assert (facts["MessageAdded"], facts["ClockBreached"], facts["TicketEscalated"]) == (1, 1, 0)


class MakingRoom:
    """Somebody who is full in two teams solves a ticket of one, while another waits for them in the other."""

    def prepare(self, world):
        staffing.put_team(world.desk, LEA.as_actor(), Team(id="night-desk", name="Night", level=Level.L1), [ADA.id], 0)
        world.desk.staffing.put_availability(world.desk.directory.person(ADA.id), Availability(capacity=1, revision=1))
        first, second = opened(world), opened(world)
        moved = {"team": "night-desk", "reason": "For the night"}
        world.http.post(f"/api/tickets/{second}/routing-corrections", moved, by=LEA)
        world.platform.settle()
        assert world.desk.tickets.get(second).queue_reason == "full"
        return first, second

    def act(self, world, prepared):
        first, second = prepared
        move = {"state": "solved", "reason": "It works."}
        world.insist(lambda: world.http.post(f"/api/tickets/{first}/transitions", move, by=ADA))
        world.platform.settle()
        return second

    def check(self, world, ticket_id):
        assert world.desk.tickets.get(ticket_id).assignee == ADA.id
        assert world.facts(ticket_id)["TicketAssigned"] == 1


class Stage:
    """Where one path is gone again and again, from the moment when it was prepared."""

    def __init__(self, calls, path):
        subscribe()
        self.calls, self.path = calls, path
        world = World(calls, MONDAY_MORNING)
        staff(world.desk, ADA)
        staff(world.desk, OLIVIA, team="it-operations", level=Level.L2)
        self.prepared = path.prepare(world)
        self.at, self.moment = world.clock.now(), infrastructure.now()

    def go(self, fault):
        """Everything happens under the fault; every call that was made."""
        infrastructure.go_back(self.moment)
        world = World(self.calls, self.at)
        world.platform.fault = fault
        made = self.path.act(world, self.prepared)
        world.platform.fault = lambda _: None
        self.path.check(world, made)
        assert world.platform.failed == []
        mails = sorted(world.mails().values())
        assert mails[:-1] == [1] * (len(mails) - 1)
        assert mails[-1] <= fault.mails_at_most
        return fault.seen

    def survives(self, fault):
        """None, or how it did not."""
        try:
            self.go(fault)
        except Exception as error:  # noqa: BLE001 - all that are not survived are told together
            return f"{fault}: {error!r}"
        return None


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.parametrize(
    "path",
    [Creating(), Replying(), WritingBeside(), Breaching(), AnsweringLate(), MakingRoom()],
    ids=lambda path: type(path).__name__,
)
def test_nothing_is_lost_and_nothing_happens_twice(aws, path, how):
    stage = Stage(aws, path)
    faults = [
        Fault(number, how)
        for number, name in enumerate(stage.go(Fault()), 1)
        if how == "before" or not READS.match(name)  # losing the answer to a read is like not having read
    ]
    assert len(faults) >= 5
    assert [told for fault in faults if (told := stage.survives(fault))] == []
