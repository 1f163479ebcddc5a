"""Escalations counted: by who raised them, with what became of them, whatever day that was."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.levels.actions import correction, escalation, reports
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError
from helpdesk.foundation.kernel.vocabulary import Level, Role

from tests.builders.directory import a_person, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

ADA, LEA = an_agent(), a_person("Lea", role=Role.LEAD)
DAY = timedelta(days=1)


@pytest.fixture
def desks(desk):
    staff(desk, ADA)
    return desk


def escalated(desk, **draft):
    ticket = open_ticket(desk, **draft)
    escalation.escalate(desk, call(ticket), None, "Too hard", "Everything")
    return ticket


def call(ticket):
    return Wish(ticket_id=ticket.id, by=ADA.as_actor())


def handed_back(desk, ticket, *, needless, level=None):
    return escalation.deescalate(desk, call(ticket), level, "Restart it", needless=needless).ticket


def counted(desk, before=0, after=0):
    today = desk.clock.now().date()
    return reports.escalations(desk, LEA.as_actor(), today - before * DAY, today + after * DAY)


def figures(count):
    return count.name, count.escalations, count.by_clock, count.returned, count.needless


def test_they_are_counted_by_team_level_and_category(desks):
    for needless in (True, False):
        handed_back(desks, escalated(desks, category="network"), needless=needless)
    escalated(desks)
    found = counted(desks)
    assert figures(found.total) == ("", 3, 0, 2, 1)
    assert [figures(each) for each in found.teams] == [("service-desk", 3, 0, 2, 1)]
    assert [figures(each) for each in found.levels] == [("L1", 3, 0, 2, 1)]
    assert [figures(each) for each in found.categories] == [("", 1, 0, 0, 0), ("network", 2, 0, 2, 1)]
    assert found.categories[1].needless_share == 0.5


def test_an_answer_counts_for_the_day_it_was_asked_on(desks):
    ticket = escalated(desks)
    desks.clock.advance(3 * DAY)
    handed_back(desks, ticket, needless=True)
    assert figures(counted(desks).total) == ("", 0, 0, 0, 0)
    assert counted(desks).total.needless_share is None
    assert figures(counted(desks, before=3).total) == ("", 1, 0, 1, 1)


def test_back_from_the_top_to_the_bottom_answers_both(desks):
    ticket = escalated(desks)
    escalation.escalate(desks, call(ticket), None, "Still too hard", "More")
    assert len(desks.tickets.get(ticket.id).escalations) == 2
    assert handed_back(desks, ticket, needless=False, level=Level.L1).escalations == ()
    assert [figures(each) for each in counted(desks).levels] == [("L1", 1, 0, 1, 0), ("L2", 1, 0, 1, 0)]


def test_one_level_back_answers_the_last_alone(desks):
    ticket = escalated(desks)
    escalation.escalate(desks, call(ticket), None, "Still too hard", "More")
    left = handed_back(desks, ticket, needless=True).escalations
    assert [each.level for each in left] == ["L1"]
    assert [figures(each) for each in counted(desks).levels] == [("L1", 1, 0, 0, 0), ("L2", 1, 0, 1, 1)]


def test_what_a_broken_promise_raised_is_counted_apart(desks):
    ticket = open_ticket(desks)
    desks.clock.set(ticket.promise.next_deadline)
    ringing.ring(desks, ticket.id)
    assert figures(counted(desks).total) == ("", 1, 1, 0, 0)


def test_said_twice_is_counted_once(desks):
    ticket = escalated(desks)
    head = desks.tickets.get(ticket.id)
    desks.tickets.put_head(head)
    assert figures(counted(desks).total) == ("", 1, 0, 0, 0)


@pytest.mark.parametrize(("before", "after"), [(0, -1), (92, 0)])
def test_a_report_is_over_some_days_and_not_over_years(desks, before, after):
    with pytest.raises(InvalidError):
        counted(desks, before, after)


def test_reports_are_for_leads(desks):
    today = desks.clock.now().date()
    with pytest.raises(ForbiddenError):
        reports.escalations(desks, ADA.as_actor(), today, today)


def test_corrections_of_a_route_are_counted_beside_them(desks):
    staff(desks, an_agent("Olga"), team="it-operations", level=Level.L2)
    escalated(desks)
    wish = Wish(ticket_id=open_ticket(desks, category="network").id, by=LEA.as_actor())
    correction.correct_routing(desks, wish, None, Level.L2, "A server")
    found = counted(desks)
    assert (figures(found.total), found.total.corrections) == (("", 1, 0, 0, 0), 1)
    assert [(each.name, each.escalations, each.corrections) for each in found.categories] == [
        ("", 1, 0),
        ("network", 0, 1),
    ]
