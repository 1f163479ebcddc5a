"""A timeline is read backwards, page by page, and nothing in it is passed over."""

from datetime import timedelta

import pytest
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Visibility

from tests.builders.directory import an_agent
from tests.builders.tickets import a_change

WRITTEN = MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL)


def a_conversation(desk, length, body="Hello"):
    """A ticket with so many entries, two in each commit after the first."""
    change = a_change()
    desk.tickets.save(change)
    entries = list(change.entries)
    while len(entries) < length:
        facts = [Fact(event=WRITTEN, personal=Personal(body=body))] * min(2, length - len(entries))
        change = a_change(change.after, *facts, by=an_agent())
        desk.tickets.save(change)
        entries += change.entries
    return change.after, entries


def pages(desk, ticket, limit):
    before = None
    while True:
        page = desk.tickets.timeline(ticket.id, before, limit)
        yield page
        before = page.earlier
        if before is None:
            return


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5, 6, 7])
def test_pages_make_up_the_whole_conversation(desk, length):
    ticket, entries = a_conversation(desk, length)
    read = list(pages(desk, ticket, limit=3))
    assert [entry for page in reversed(read) for entry in page.entries] == entries
    assert [len(page.entries) for page in read[:-1]] == [3] * (len(read) - 1)
    assert all(page.ticket == ticket for page in read)


@pytest.mark.parametrize(("length", "expected"), [(3, 1), (4, 2), (6, 2)])
def test_there_is_an_earlier_page_only_when_it_holds_something(desk, length, expected):
    ticket, _ = a_conversation(desk, length)
    assert len(list(pages(desk, ticket, limit=3))) == expected


def test_long_messages_are_not_cut_off(desk):
    """A hundred of the longest messages are more than one answer of the table can hold."""
    ticket, entries = a_conversation(desk, 31, body="x" * 60_000)
    read = list(pages(desk, ticket, limit=100))
    assert [entry for page in reversed(read) for entry in page.entries] == entries


def test_effects_are_no_part_of_a_conversation(desk):
    ticket, entries = a_conversation(desk, 2)
    desk.effects.claim(ticket.id, "mail", timedelta(seconds=1))
    assert list(desk.tickets.timeline(ticket.id, None, 10).entries) == entries
