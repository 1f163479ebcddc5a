"""Who may be given a ticket by hand: who could keep it. Others are refused, with the reason at the field."""

import pytest
from helpdesk.core.staffing.rules.teams import can_work, check_receiver
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent

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
