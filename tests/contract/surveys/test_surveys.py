"""Surveys: requesters are asked once after each time their ticket was solved, and never when it makes no sense."""

from datetime import UTC, datetime, timedelta

import pytest
from helpdesk.capabilities.sla import actions as sla_settings
from helpdesk.capabilities.sla.settings.document import as_written
from helpdesk.capabilities.surveys import actions as surveys
from helpdesk.capabilities.surveys.actions import Invitation
from helpdesk.capabilities.surveys.rules import SurveyOverError
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.intake.actions import opening
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, Role

from tests.builders.directory import a_person, a_requester, an_agent
from tests.builders.intake import a_draft, a_sender, open_ticket
from tests.builders.platform import a_key
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

ADA, ALEX, RITA = an_agent(), a_person("Alex", role=Role.ADMIN), a_requester()
FRIDAY_EVENING = datetime(2026, 3, 6, 16, tzinfo=UTC)  # five o'clock in Berlin, an hour before the weekend
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def settle(desk, **survey):
    """Save when requesters are asked, and let every worker hear of it."""
    edition = desk.settings.now("sla")
    file = {"on": True, "delay_seconds": 7200, "calendar": "office-berlin"} | survey
    sla_settings.save(desk, ALEX.as_actor(), as_written(edition) | {"survey": file}, edition.revision)
    desk.clock.advance(timedelta(seconds=sla_settings.HEARD_AFTER))


@pytest.fixture
def asking(desk):
    staff(desk, ADA)
    desk.directory.put_person(RITA)
    settle(desk)
    return desk


def call(ticket, by=ADA):
    return Wish(ticket_id=ticket.id, by=by.as_actor())


def solved(desk, by=ADA, **draft):
    ticket = open_ticket(desk, by=RITA, **draft)
    return tickets.move(desk, call(ticket, by), "solved").ticket


def ring(desk, ticket, after=timedelta()):
    desk.clock.advance(after)
    ringing.ring(desk, ticket.id)


def asked(desk, ticket):
    return [entry.event.cycle for entry in desk.tickets.entries(ticket.id) if entry.type == "SurveyAsked"]


def invited(ticket, cycle=1):
    by = Actor(id=ticket.requester, role=Role.GUEST, ticket_id=ticket.id)
    return Invitation(by=by, ticket_id=ticket.id, cycle=cycle)


def rate(desk, ticket, rating, comment="", cycle=1, once=None):
    return surveys.rate(desk, invited(ticket, cycle), rating, comment, once).survey


def test_the_requester_is_asked_after_some_open_time(asking):
    asking.clock.set(FRIDAY_EVENING)
    ticket = solved(asking)
    monday = datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert ticket.promise.wake_at == monday
    ring(asking, ticket, monday - FRIDAY_EVENING)
    assert asked(asking, ticket) == [1]
    ring(asking, ticket, DAY)
    assert asked(asking, ticket) == [1]


def test_who_had_no_address_is_not_asked(asking):
    """They could not be: nobody would say that they were."""
    sender = a_sender(name="Anna")
    ticket = opening.open_ticket(asking, a_draft(channel=Channel.PHONE), sender, ADA.as_actor(), None).ticket
    solved = tickets.move(asking, call(ticket), "solved").ticket
    ring(asking, solved, 3 * DAY)
    assert asked(asking, ticket) == []


def test_without_a_calendar_the_delay_is_plain_time(asking):
    settle(asking, calendar=None, delay_seconds=60)
    assert (ticket := solved(asking)).promise.wake_at == ticket.state_since + timedelta(minutes=1)


def test_a_new_desk_asks_nobody(desk):
    staff(desk, ADA)
    ticket = solved(desk)
    ring(desk, ticket, 6 * DAY)
    assert asked(desk, ticket) == []


def test_who_comes_back_is_asked_when_it_is_solved_again(asking):
    ticket = solved(asking)
    tickets.write(asking, call(ticket, RITA), a_message())
    ring(asking, ticket, DAY)
    assert asked(asking, ticket) == []
    tickets.move(asking, call(ticket), "solved")
    ring(asking, ticket, DAY)
    tickets.write(asking, call(ticket, RITA), a_message())
    tickets.move(asking, call(ticket), "solved")
    ring(asking, ticket, DAY)
    assert asked(asking, ticket) == [2, 3]


def test_what_was_never_solved_is_not_asked_about(asking):
    ticket = solved(asking)
    tickets.write(asking, call(ticket, RITA), a_message())
    tickets.move(asking, call(ticket), "cancelled", "Twice")
    ring(asking, ticket, DAY)
    assert asked(asking, ticket) == []


def test_nobody_rates_themselves(asking):
    own = open_ticket(asking, by=ADA)
    tickets.move(asking, call(own), "solved")
    mine = open_ticket(asking, by=ADA)
    tickets.update(asking, call(mine), {"assignee": "ada"})
    tickets.move(asking, call(mine, ALEX), "solved")
    ring(asking, own, DAY)
    ring(asking, mine)
    assert (asked(asking, own), asked(asking, mine)) == ([], [])


def test_who_solved_it_themselves_is_asked(asking):
    ticket = solved(asking, by=RITA)
    ring(asking, ticket, DAY)
    assert asked(asking, ticket) == [1]


@pytest.mark.parametrize(("automatic", "times"), [(False, []), (True, [1])])
def test_what_closed_itself_before_is_asked_about_only_if_settings_say_so(asking, automatic, times):
    settle(asking, automatic=automatic, delay_seconds=10 * 86_400, calendar=None)
    ticket = solved(asking)
    ring(asking, ticket, 7 * DAY)
    assert asking.tickets.get(ticket.id).state == "closed"
    ring(asking, ticket, 4 * DAY)
    assert asked(asking, ticket) == times


def test_what_somebody_closed_after_it_was_solved_is_asked_about(asking):
    ticket = solved(asking)
    tickets.move(asking, call(ticket), "closed")
    ring(asking, ticket, DAY)
    assert asked(asking, ticket) == [1]


def test_the_rating_is_kept_with_its_words_apart(asking):
    ticket = solved(asking)
    ring(asking, ticket, DAY)
    survey = rate(asking, ticket, 4, "Quick, but loud.")
    assert (survey.rating, survey.rated_at) == (4, asking.clock.now())
    entry = asking.tickets.entries(ticket.id)[-1]
    assert (entry.type, entry.event.rating, entry.event.previous) == ("SatisfactionRated", 4, None)
    assert (entry.personal.body, entry.actor.id, entry.is_public) == ("Quick, but loud.", "rita", False)


def test_a_rating_can_be_changed_for_a_while_and_repeating_it_says_nothing_new(asking):
    ticket = solved(asking)
    ring(asking, ticket, DAY)
    first = rate(asking, ticket, 2)
    asking.clock.advance(6 * DAY)
    assert rate(asking, ticket, 2) == first
    changed = rate(asking, ticket, 5)
    assert (changed.rating, changed.rated_at) == (5, first.rated_at)
    asking.clock.advance(DAY)
    with pytest.raises(SurveyOverError):
        rate(asking, ticket, 1)
    with pytest.raises(SurveyOverError):
        surveys.read(asking, invited(ticket))


def test_a_click_sent_twice_is_one(asking):
    ticket = solved(asking)
    ring(asking, ticket, DAY)
    for _ in range(2):
        rate(asking, ticket, 3, "Hm.", once=a_key())
    assert [entry.type for entry in asking.tickets.entries(ticket.id)].count("SatisfactionRated") == 1


def test_who_rates_before_they_are_asked_is_not_asked(asking):
    ticket = solved(asking)
    rate(asking, ticket, 5)
    ring(asking, ticket, DAY)
    types = [entry.type for entry in asking.tickets.entries(ticket.id)]
    assert (types.count("SatisfactionRated"), types.count("SurveyAsked")) == (1, 0)


def test_nobody_rates_too_late_or_what_was_solved_anew(asking):
    ticket = solved(asking)
    ring(asking, ticket, DAY)
    with pytest.raises(SurveyOverError):
        rate(asking, ticket, 5, cycle=2)
    tickets.write(asking, call(ticket, RITA), a_message())
    rate(asking, ticket, 1)
    tickets.move(asking, call(ticket), "solved")
    with pytest.raises(SurveyOverError):
        rate(asking, ticket, 5)


def test_a_rating_moves_no_clock_and_opens_nothing(asking):
    ticket = solved(asking)
    ring(asking, ticket, DAY)
    before = asking.tickets.get(ticket.id)
    rate(asking, ticket, 1, "Terrible.")
    after = asking.tickets.get(ticket.id)
    assert (after.tape, after.state, after.promise.wake_at) == (before.tape, "solved", before.promise.wake_at)
