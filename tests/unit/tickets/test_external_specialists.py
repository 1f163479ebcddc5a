"""Specialists from outside work on what comes to their team, and the rest does not exist for them."""

import pytest
from helpdesk.capabilities.assignment.actions import plan
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.channels.live import actions as live
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.tickets.actions import lists, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import Query
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ForbiddenError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level, Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

TEAM = "network-experts"


@pytest.fixture
def desk(memory_desk: Desk) -> Desk:
    return memory_desk


@pytest.fixture
def nadia(desk: Desk) -> Actor:
    """Somebody of a service provider, made external by a lead."""
    lead = an_agent("Lea", role=Role.LEAD).as_actor()
    (person,) = staff(desk, an_agent("Nadia", teams=(TEAM,)), team=TEAM, level=Level.L3)
    plan.plan(desk, lead, person.id, Availability(external=True), 0)
    return desk.directory.person(person.id).as_actor()


def test_what_was_not_escalated_to_them_does_not_exist(desk, nadia):
    ticket = open_ticket(desk)
    call = Wish(ticket_id=ticket.id, by=nadia)
    with pytest.raises(NotFoundError):
        tickets.read(desk, nadia, ticket.id)
    with pytest.raises(NotFoundError):
        tickets.write(desk, call, a_message())
    with pytest.raises(NotFoundError):
        tickets.update(desk, call, {"team": TEAM})


def test_what_was_escalated_to_them_is_theirs_to_work_on(desk, nadia):
    ticket = open_ticket(desk, category="network")
    agent = an_agent().as_actor()
    escalation.escalate(desk, Wish(ticket_id=ticket.id, by=agent), Level.L3, "Switches", "Cables")
    tickets.write(desk, Wish(ticket_id=ticket.id, by=nadia), a_message())
    entry = tickets.read(desk, nadia, ticket.id).entries[-1]
    assert (entry.actor.id, entry.actor.only_teams) == ("nadia", None)


def test_their_lists_hold_nothing_else(desk, nadia):
    open_ticket(desk)
    escalated = open_ticket(desk, category="network")
    escalation.escalate(desk, Wish(ticket_id=escalated.id, by=an_agent().as_actor()), Level.L3, "Switches", "Cables")
    assert lists.listed(desk, nadia, Query(team="service-desk")).items == ()
    assert [card.id for card in lists.listed(desk, nadia, Query(team=TEAM)).items] == [escalated.id]
    assert [card.id for card in lists.listed(desk, nadia, Query(requester=escalated.requester)).items] == [escalated.id]


def test_they_watch_their_own_team_only(desk, nadia):
    desk.live.board.issue("secret", nadia, live.ADMISSION_LIFETIME)
    desk.live.board.admit("secret", "connection")
    live.watch(desk, "connection", [f"team:{TEAM}"])
    with pytest.raises(ForbiddenError):
        live.watch(desk, "connection", ["team:service-desk"])
