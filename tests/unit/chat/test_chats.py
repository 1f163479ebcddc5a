"""Chats: when one can be begun, what it is called, and what whoever chats reads of its ticket."""

from datetime import UTC, datetime, timedelta

import pytest
from helpdesk.channels.chat.actions import opening
from helpdesk.channels.chat.rules.hours import ChatClosedError, hours
from helpdesk.channels.chat.rules.line import LINK_LASTS
from helpdesk.channels.chat.rules.words import LONGEST_SUBJECT, subject_of
from helpdesk.channels.chat.settings import CHAT, ChatTerms
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.tickets.rules.links import guest, status_link
from helpdesk.foundation.kernel.errors import SignInError
from helpdesk.foundation.kernel.text import is_visible
from helpdesk.foundation.kernel.vocabulary import Channel
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.intake import open_ticket

BOOKS = CALENDARS.at_first()
TERMS = CHAT.at_first()
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
SUNDAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_chat_can_be_begun_while_the_office_is_open():
    assert hours(TERMS, BOOKS, MONDAY).open


def test_when_nobody_is_there_it_says_when_somebody_will_be():
    found = hours(TERMS, BOOKS, SUNDAY)
    assert (found.open, found.opens_at) == (False, datetime(2026, 3, 2, 7, tzinfo=UTC))


@pytest.mark.parametrize(
    "terms", [ChatTerms(chat=False, chat_calendar="always"), ChatTerms(chat=True, chat_calendar="lost")]
)
def test_switched_off_or_without_its_calendar_there_is_none(terms):
    assert (hours(terms, BOOKS, MONDAY).open, hours(terms, BOOKS, MONDAY).opens_at) == (False, None)


@pytest.mark.parametrize(("late", "open_still"), [(timedelta(minutes=9), True), (timedelta(minutes=10), False)])
def test_who_saw_somebody_there_may_still_begin(memory_desk, late, open_still):
    closing = datetime(2026, 3, 2, 17, tzinfo=UTC)
    memory_desk.clock.advance(closing + late - memory_desk.clock.now())
    if open_still:
        opening.check_open(memory_desk)
        return
    with pytest.raises(ChatClosedError):
        opening.check_open(memory_desk)


@given(st.text(min_size=1).filter(is_visible))
def test_every_chat_is_called_something_short(body):
    subject = subject_of(body)
    assert is_visible(subject)
    assert len(subject) <= LONGEST_SUBJECT
    assert "\n" not in subject


def test_a_chat_is_called_by_its_first_words():
    assert subject_of("\n  The printer  is on fire\nIt smokes.") == "The printer is on fire"
    assert subject_of("word " * 40) == "word " * 14 + "word…"


def test_a_link_of_a_chat_holds_for_a_week_and_is_no_other_link(memory_desk):
    ticket = open_ticket(memory_desk, channel=Channel.CHAT)
    token = opening.link(memory_desk, ticket.id, "Rita")
    visitor = opening.visitor(memory_desk, token)
    assert (visitor.id, visitor.ticket_id, visitor.name, visitor.proven) == (ticket.requester, ticket.id, "Rita", False)
    with pytest.raises(SignInError):
        guest(memory_desk, token)
    memory_desk.clock.advance(LINK_LASTS)
    assert opening.visitor(memory_desk, token)
    memory_desk.clock.advance(timedelta(seconds=1))
    with pytest.raises(SignInError):
        opening.visitor(memory_desk, token)


def test_who_was_mailed_the_link_is_who_asks(memory_desk):
    ticket = open_ticket(memory_desk, channel=Channel.CHAT)
    visitor = opening.visitor(memory_desk, status_link(memory_desk, ticket).partition("#")[2])
    assert (visitor.id, visitor.ticket_id, visitor.proven) == (ticket.requester, ticket.id, True)
    assert visitor.until
