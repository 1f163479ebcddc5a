"""Past tickets under another policy: broken promises before and after, and nothing written."""

import json
from datetime import timedelta

import pytest
from click import ClickException
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.clocks.rules.what_if import book_with, simulate
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from msgspec.structs import replace

from infra import sla_cli
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.builders.tickets import FIRST

ADA = an_agent("Ada")
STRICT = {"id": "strict", "calendar": "office-berlin", "targets": {"first_response": {"*": {"seconds": 3600}}}}


@pytest.fixture
def desk():
    """A ticket solved after two working hours, and one of another organization that nobody looked at."""
    found = memory_desk()
    staff(found, ADA)
    quick = open_ticket(found)
    an_organization(found)
    open_ticket(found, organization="acme")
    found.clock.advance(timedelta(hours=2))
    tickets.move(found, Wish(ticket_id=quick.id, by=ADA.as_actor()), "solved")
    found.clock.advance(timedelta(days=2))
    for ticket_id in found.tickets.ids():
        ringing.ring(found, ticket_id)
    return found


def simulated(desk, tmp_path, file):
    path = tmp_path / "policy.json"
    path.write_text(json.dumps(file))
    policy = sla_cli.policy_of(path, desk.settings.now("sla"))
    book = book_with(policy, book_of(desk.settings))
    found = list(sla_cli._tickets(desk, desk.clock.now() - timedelta(days=9), desk.clock.now()))
    return sla_cli.rows(simulate(found, policy, book, desk.clock.now()))


def totals(rows):
    return sum(row["breaches_before"] for row in rows), sum(row["breaches_after"] for row in rows)


def test_a_stricter_policy_would_have_been_broken_more_often(desk, tmp_path):
    before = [desk.tickets.get(ticket_id) for ticket_id in desk.tickets.ids()]
    assert totals(simulated(desk, tmp_path, STRICT)) == (1, 2)
    assert [desk.tickets.get(ticket_id) for ticket_id in desk.tickets.ids()] == before


def test_tickets_that_its_conditions_do_not_take_stay_as_they_were(desk, tmp_path):
    assert totals(simulated(desk, tmp_path, {**STRICT, "conditions": {"organization": ["acme"]}})) == (1, 1)


def test_the_same_policy_changes_nothing(desk, tmp_path):
    from helpdesk.capabilities.sla.settings.document import as_written  # noqa: PLC0415

    (standard,) = as_written(FIRST.now("sla"))["policies"]
    before, after = totals(simulated(desk, tmp_path, standard))
    assert before == after


def test_the_report_is_by_team_and_priority(desk, tmp_path):
    rows = simulated(desk, tmp_path, STRICT)
    assert {(row["team"], row["priority"]): row["tickets"] for row in rows} == {
        ("it-operations", "P4"): 1,
        ("service-desk", "P4"): 1,
    }
    assert sla_cli.table(rows).splitlines()[-1].split() == ["All", "2", "1", "2"]


def test_a_file_that_cannot_be_used_is_refused_with_its_place(desk, tmp_path):
    with pytest.raises(ClickException, match="there is no calendar paris"):
        simulated(desk, tmp_path, {**STRICT, "calendar": "paris"})


def test_only_what_was_so_at_the_end_is_judged(desk):
    later = desk.clock.now() - timedelta(days=2, hours=1)
    (first, _) = list(sla_cli._tickets(desk, later - timedelta(days=1), later))
    assert all(fact.at <= later for fact in first.tape)
    assert replace(first, tape=()) == replace(desk.tickets.get(first.id), tape=())


def test_tickets_that_a_rule_gave_their_policy_stay_with_it(desk, tmp_path):
    for ticket_id in list(desk.tickets.ids()):
        desk.tickets.put_head(replace(desk.tickets.get(ticket_id), policy_pinned=True))
    before, after = totals(simulated(desk, tmp_path, STRICT))
    assert before == after


def test_what_was_cancelled_counts_in_no_figure(desk, tmp_path):
    late = open_ticket(desk)
    desk.clock.advance(timedelta(days=2))
    before = simulated(desk, tmp_path, STRICT)
    tickets.move(desk, Wish(ticket_id=late.id, by=ADA.as_actor()), "cancelled", "Came twice")
    after = simulated(desk, tmp_path, STRICT)
    assert [sum(row["tickets"] for row in rows) for rows in (before, after)] == [3, 2]
    assert totals(before)[1] - totals(after)[1] == 1
