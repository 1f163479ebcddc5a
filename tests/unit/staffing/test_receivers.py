"""Who may be given a ticket by hand: who could keep it. Others are refused, with the reason at the field."""

from datetime import datetime, timedelta

import pytest
from helpdesk.capabilities.assignment.actions.hand_over import hand_over
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.core.staffing.rules.teams import can_work, check_receiver
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

TEAM = "service-desk"
RECEIVERS = [
    # who, whether they are away, the reason they are refused for
    (an_agent(), False, None),
    (an_agent(role=Role.LEAD), False, None),
    (an_agent(external=True), False, None),
    (an_agent(), True, "is_away"),
    (an_agent(teams=()), False, "not_in_team"),
    (an_agent(teams=("night-desk",)), True, "not_in_team"),
    (an_agent(role=Role.REQUESTER), False, "no_staff"),
    (an_agent(active=False), False, "no_staff"),
]


@pytest.mark.parametrize(("person", "away", "reason"), RECEIVERS)
def test_who_could_not_keep_it_is_refused_with_the_reason(person, away, reason):
    if reason is None:
        check_receiver(person, TEAM, away=away, field="assignee")
        return
    with pytest.raises(InvalidError) as refused:
        check_receiver(person, TEAM, away=away, field="assignee")
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("assignee", reason)


@pytest.mark.parametrize(("person", "_", "reason"), [row for row in RECEIVERS if row[2] != "is_away"])
def test_who_works_in_the_team_can_work_on_its_tickets(person, _, reason):
    assert can_work(person, TEAM) is (reason is None)


NAIVE = datetime(2026, 3, 2)  # noqa: DTZ001 - as an older table may hold it


def test_absences_that_cannot_be_read_say_of_nobody_that_they_are_away(memory_desk):
    ada, bob = staff(memory_desk, an_agent(), an_agent("Bob"))
    unusable = Availability(absences=(Absence(start=NAIVE, end=NAIVE + timedelta(days=1)),))
    memory_desk.staffing.put_availability(ada, unusable)
    wish, brief = Wish(ticket_id=open_ticket(memory_desk).id, by=bob.as_actor()), HandOver(summary="So", next_step="On")
    assert tickets.update(memory_desk, wish, {"assignee": ada.id}).ticket.assignee == ada.id
    assert hand_over(memory_desk, wish, brief, None, bob.id).ticket.assignee == bob.id
    assert hand_over(memory_desk, wish, brief, None, ada.id).ticket.assignee == ada.id
