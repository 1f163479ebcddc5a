"""Team now costs two requests for each team, whatever it has and did."""

from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import team_now
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_note

TEAM, NIGHT = "service-desk", "night-desk"
TEAMS, SHELF, GLANCE = ["dynamodb:Query"], "dynamodb:Query", "dynamodb:Query"


def at_work(desk):
    """Two teams, and one of them with somebody who works in both."""
    lea = an_agent("Lea", role=Role.LEAD, teams=(TEAM,))
    both = an_agent("Bob", teams=(TEAM, NIGHT))
    ada = an_agent()
    staff(desk, both, team=NIGHT)
    staff(desk, lea, both, ada)
    return lea.as_actor(), ada.as_actor()


def busy(desk, by):
    for _ in range(2):
        ticket = open_ticket(desk)
        tickets.write(desk, Wish(ticket_id=ticket.id, by=by), a_note())
        assignment.assign(desk, ticket.id, TEAM)


def test_a_lead_pays_two_requests_a_team_and_one_for_their_names(aws, aws_desk):
    lea, ada = at_work(aws_desk)
    for _ in range(2):
        with aws.watching() as made:
            team_now.overview(aws_desk, lea)
        assert made == [*TEAMS, *[SHELF, GLANCE] * 2]
        busy(aws_desk, ada)


def test_others_pay_two_more_for_where_they_work_and_what_their_colleagues_have_elsewhere(aws, aws_desk):
    _, ada = at_work(aws_desk)
    for _ in range(2):
        with aws.watching() as made:
            team_now.overview(aws_desk, ada)
        assert made == [*TEAMS, "dynamodb:GetItem", SHELF, GLANCE, "dynamodb:BatchGetItem"]
        busy(aws_desk, ada)


def test_it_says_the_same_from_memory_and_from_the_table(desk):
    lea, ada = at_work(desk)
    busy(desk, ada)
    seen = team_now.overview(desk, lea)
    assert [queue.team.id for queue in seen.queues] == [NIGHT, TEAM]
    assert {row.member.person: row.teams for row in seen.rows} == {
        "bob": (NIGHT, TEAM), "ada": (TEAM,), "lea": (TEAM,),
    }  # fmt: skip
    assert sum(row.held for row in seen.rows) == 2
