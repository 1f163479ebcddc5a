"""How many people join and leave at once, and how many teams somebody works in."""

import pytest
from helpdesk.core.staffing.rules import membership
from helpdesk.core.staffing.rules.membership import MOST_RECORDS, MOST_TEAMS
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.kernel.errors import InvalidError

from tests.builders.directory import an_agent


def works_in(count, name="Ada"):
    return an_agent(name, teams=tuple(f"{name}-{number}" for number in range(count)))


def codes(joining, leaving=()):
    try:
        membership.check_moves(SERVICE_DESK, joining, leaving)
    except InvalidError as error:
        return [(problem.field, problem.code) for problem in error.problems]
    return []


@pytest.mark.parametrize(("teams", "code"), [(MOST_TEAMS - 1, []), (MOST_TEAMS, [("members", "too_many_teams")])])
def test_nobody_works_in_more_teams_than_there_may_be(teams, code):
    assert codes([works_in(teams)]) == code


def test_who_is_in_more_already_is_not_put_out_by_a_repair():
    ada = works_in(MOST_TEAMS + 5)
    assert codes([ada.joined(SERVICE_DESK).left("Ada-0")]) == []


@pytest.mark.parametrize(("joining", "leaving"), [(24, 0), (0, 32), (12, 16)])
def test_a_write_holds_so_many_and_not_one_more(joining, leaving):
    come, go = ([works_in(0) for _ in range(count)] for count in (joining, leaving))
    assert codes(come, go) == []
    assert codes([*come, works_in(0)], go) == [("members", "too_many_move")]


def test_people_in_many_other_teams_count_for_more():
    """Each place elsewhere is written, and each of these teams is told once."""
    alike = [works_in(8, "Same") for _ in range(6)]
    assert codes(alike) == []
    assert codes([works_in(8, f"Other-{number}") for number in range(6)]) == [("members", "too_many_move")]
    assert membership.OF_TEAM + 6 * (membership.OF_JOINING + 8) + 8 <= MOST_RECORDS
