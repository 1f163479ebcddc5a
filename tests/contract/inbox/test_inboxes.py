"""Where inboxes are kept: the newest first, each ticket once, and nobody's but one's own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.channels.inbox import hooks
from helpdesk.channels.inbox.rules import KEPT, Heap, Note, Place, come, placed
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

NOW = MONDAY_MORNING


def a_note(number=1):
    return Note(entry=f"{number:026d}", concern=Concern.ASSIGNED, at=NOW)


def comes(desk, ticket, at=NOW, person="ada", number=1):
    before = desk.inbox.heap(person, ticket)
    heap = come(before, a_note(number), at)
    desk.inbox.put(person, heap, before)
    return heap


def moved(desk, ticket, place, until=None):
    before = desk.inbox.heap("ada", ticket)
    desk.inbox.put("ada", placed(before, place, until, NOW), before)


def standing(desk, at=NOW, person="ada"):
    return [heap.ticket for heap in desk.inbox.page(person, at, None, 100).heaps]


def test_it_is_empty_at_first(desk):
    assert standing(desk) == []
    assert desk.inbox.heap("ada", "HD-1") == Heap(ticket="HD-1")


def test_what_came_last_stands_first(desk):
    for minutes, ticket in enumerate(["HD-2", "HD-3", "HD-1"]):
        comes(desk, ticket, NOW + timedelta(minutes=minutes, microseconds=minutes))
    later = NOW + timedelta(minutes=3)
    assert standing(desk, later) == ["HD-1", "HD-3", "HD-2"]
    again = comes(desk, "HD-2", later, number=2)
    assert standing(desk, later) == ["HD-2", "HD-1", "HD-3"]
    assert desk.inbox.heap("ada", "HD-2") == again
    assert desk.inbox.page("ada", later, None, 1).heaps == (again,)


def test_everybody_has_their_own(desk):
    comes(desk, "HD-1")
    comes(desk, "HD-2", person="adam")
    assert (standing(desk), standing(desk, person="adam"), standing(desk, person="ad")) == (["HD-1"], ["HD-2"], [])


def test_what_is_done_with_stands_there_no_more(desk):
    comes(desk, "HD-1")
    comes(desk, "HD-2")
    moved(desk, "HD-1", Place.DONE)
    assert standing(desk) == ["HD-2"]
    moved(desk, "HD-1", Place.OPEN)
    assert sorted(standing(desk)) == ["HD-1", "HD-2"]


def test_what_was_put_off_is_back_at_its_instant(desk):
    comes(desk, "HD-1")
    until = NOW + timedelta(hours=2)
    moved(desk, "HD-1", Place.LATER, until)
    assert standing(desk, until - timedelta(microseconds=1)) == []
    assert standing(desk, until) == ["HD-1"]


def test_pages_hold_each_once(desk):
    tickets = [f"HD-{number:03d}" for number in range(7)]
    for number, ticket in enumerate(tickets):
        comes(desk, ticket, NOW + timedelta(seconds=number // 2))
    later, found, cursor = NOW + timedelta(minutes=1), [], None
    for _ in range(4):
        page = desk.inbox.page("ada", later, cursor, 2)
        found += [heap.ticket for heap in page.heaps]
        cursor = page.cursor
    assert (found, cursor) == (tickets[::-1], None)


def test_what_was_made_of_something_else_is_not_saved(desk):
    first = desk.inbox.heap("ada", "HD-1")
    comes(desk, "HD-1")
    with pytest.raises(ConflictError):
        desk.inbox.put("ada", come(first, a_note(2), NOW + timedelta(minutes=1)), first)
    assert [note.entry for note in desk.inbox.heap("ada", "HD-1").notes] == [a_note(1).entry]
    assert len(standing(desk, NOW + timedelta(hours=1))) == 1


def test_what_comes_at_once_is_all_kept(desk):
    with ThreadPoolExecutor(4) as four:
        for number in range(4):
            four.submit(hooks.change, desk, "ada", "HD-1", lambda heap, number=number: come(heap, a_note(number), NOW))
    heap = desk.inbox.heap("ada", "HD-1")
    assert {note.entry for note in heap.notes} == {a_note(number).entry for number in range(4)}
    assert desk.inbox.page("ada", NOW, None, 10).heaps == (heap,)


def test_it_expires(aws, aws_desk):
    began = aws_desk.clock.wall()
    comes(aws_desk, "HD-1")
    items = aws_client("dynamodb").query(
        TableName=aws_desk.inbox._tables.main,
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": "INBOX#ada"}},
    )["Items"]
    earliest, latest = (int((each + KEPT).timestamp()) for each in (began, aws_desk.clock.wall()))
    assert [earliest <= int(item["expires_at"]["N"]) <= latest for item in items] == [True, True]


def test_what_it_costs(aws, aws_desk):
    from helpdesk.channels.inbox import actions as inbox  # noqa: PLC0415

    ada = staff(aws_desk, an_agent())[0].as_actor()
    ticket = open_ticket(aws_desk)
    with aws.watching() as calls:
        comes(aws_desk, ticket.id)
    assert calls == ["dynamodb:GetItem", "dynamodb:TransactWriteItems"]
    with aws.watching() as calls:
        assert [each.id for _, each in inbox.inbox(aws_desk, ada, None, 25).items] == [ticket.id]
    assert calls == ["dynamodb:Query", "dynamodb:BatchGetItem"]
    with aws.watching() as calls:
        assert inbox.count(aws_desk, ada) == 1
    assert calls == ["dynamodb:Query"]
