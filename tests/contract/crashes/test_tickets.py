"""Every call to AWS on the way of a ticket fails once: before it happens, or after, when only its answer is lost.

Clients and platform try again as they do. In the end everything has happened, and nothing twice.
"""

import pytest
from helpdesk.capabilities.assignment.actions import teams as staffing
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.rules.listing import timer_shard
from helpdesk.foundation.kernel.vocabulary import Level

from tests.contract.crashes.world import ADA, HTTP, LEA, OLIVIA, RITA, survives

VERA = "vera@vendor.example"


class Creating:
    """Somebody sends the public form."""

    strikes = ()

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

    strikes = (HTTP, "notify_people")

    def prepare(self, world):
        return world.opened()

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

    strikes = (HTTP, "notify_people")

    def prepare(self, world):
        return world.opened()

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

    strikes = ("sweep_timers", "ring_timer", "publish_events", "assign_tickets")

    def prepare(self, world):
        ticket_id = world.opened()
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

    strikes = (HTTP, "sweep_timers", "ring_timer")

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

    strikes = (HTTP, "publish_events", "assign_tickets")

    def prepare(self, world):
        staffing.put_team(world.desk, LEA.as_actor(), Team(id="night-desk", name="Night", level=Level.L1), [ADA.id], 0)
        world.desk.staffing.put_availability(world.desk.directory.person(ADA.id), Availability(capacity=1, revision=1))
        first, second = world.opened(), world.opened()
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


@pytest.mark.parametrize(
    "path",
    [Creating(), Replying(), WritingBeside(), Breaching(), AnsweringLate(), MakingRoom()],
    ids=lambda path: type(path).__name__,
)
def test_nothing_is_lost_and_nothing_happens_twice(aws, path):
    assert survives(aws, path) == []
