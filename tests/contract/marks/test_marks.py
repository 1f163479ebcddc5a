"""Where it is kept how far people have read."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.channels.marks.rules import KEPT, Mark
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING


def a_mark(revision=1, ticket="HD-1", minutes=0):
    return Mark(ticket=ticket, revision=revision, at=MONDAY_MORNING + timedelta(minutes=minutes))


def test_nobody_has_read_anything_at_first(desk):
    assert desk.marks.all("ada") == []


def test_everybody_has_their_own(desk):
    for person, ticket in (("ada", "HD-1"), ("ada", "HD-2"), ("adam", "HD-1")):
        assert desk.marks.advance(person, a_mark(ticket=ticket))
    assert sorted(desk.marks.all("ada"), key=lambda mark: mark.ticket) == [a_mark(), a_mark(ticket="HD-2")]
    assert desk.marks.all("adam") == [a_mark()]


@pytest.mark.parametrize(("revision", "further"), [(1, False), (2, False), (3, True)])
def test_who_reads_on_another_device_takes_nothing_back(desk, revision, further):
    desk.marks.advance("ada", a_mark(2))
    new = a_mark(revision, minutes=5)
    assert desk.marks.advance("ada", new) is further
    assert desk.marks.all("ada") == [new if further else a_mark(2)]


def test_who_wants_it_unread_has_it_unread(desk):
    desk.marks.advance("ada", a_mark(5))
    desk.marks.put("ada", a_mark(0, minutes=-5))
    assert desk.marks.all("ada") == [a_mark(0, minutes=-5)]
    assert desk.marks.advance("ada", a_mark(1))


def test_of_many_at_once_the_furthest_stays(desk):
    with ThreadPoolExecutor(4) as four:
        list(four.map(lambda revision: desk.marks.advance("ada", a_mark(revision)), [3, 1, 4, 2]))
    assert desk.marks.all("ada") == [a_mark(4)]


def test_a_month_of_reading_is_one_request(aws, aws_desk):
    for number in range(60):
        aws_desk.marks.advance("ada", a_mark(ticket=f"HD-{number:08d}"))
    with aws.watching() as calls:
        assert len(aws_desk.marks.all("ada")) == 60
    assert calls == ["dynamodb:Query"]


def test_a_mark_is_one_write_and_expires(aws, aws_desk):
    began = aws_desk.clock.wall()
    with aws.watching() as calls:
        aws_desk.marks.advance("ada", a_mark())
    assert calls == ["dynamodb:UpdateItem"]
    key = {"pk": {"S": "SEEN#ada"}, "sk": {"S": "HD-1"}}
    item = aws_client("dynamodb").get_item(TableName=aws_desk.marks._made._tables.ephemeral, Key=key)["Item"]
    assert int((began + KEPT).timestamp()) <= int(item["expires_at"]["N"]) <= (aws_desk.clock.wall() + KEPT).timestamp()
