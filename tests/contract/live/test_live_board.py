"""The live board: one admission opens one connection, and what it watches ends with it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.ports import Noted, Watcher
from helpdesk.channels.live.rules import CONNECTION_LIFETIME, Doing, Listed, Presence
from helpdesk.foundation.kernel.actors import Visitor
from helpdesk.foundation.kernel.vocabulary import Role
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.tickets import a_guest, a_ticket

ADA = an_agent().as_actor()
MINUTE = timedelta(minutes=1)


@pytest.fixture
def board(desk):
    return desk.live.board


@pytest.fixture
def connected(board):
    board.issue("secret", ADA, MINUTE)
    board.admit("secret", "c1")
    return board


@pytest.mark.parametrize("actor", [ADA, a_guest(a_ticket())], ids=["agent", "guest"])
def test_an_admission_opens_a_connection_for_who_got_it(board, actor):
    board.issue("secret", actor, MINUTE)
    assert board.admit("secret", "c1") == board.actor("c1") == actor


def test_an_admission_is_used_up(connected):
    assert connected.admit("secret", "c2") is None
    assert connected.actor("c2") is None


def test_an_admission_not_issued_opens_nothing(board):
    assert board.admit("guessed", "c1") is None
    assert board.actor("c1") is None


def test_an_admission_grows_too_old(desk, board):
    board.issue("secret", ADA, MINUTE)
    desk.clock.advance(MINUTE)
    assert board.admit("secret", "c1") is None


def test_of_many_with_one_admission_one_gets_in(board):
    board.issue("secret", ADA, MINUTE)
    with ThreadPoolExecutor(8) as browsers:
        admitted = list(browsers.map(lambda number: board.admit("secret", f"c{number}"), range(8)))
    assert admitted.count(ADA) == 1


def test_who_watches_is_known_by_topic(connected):
    connected.watch("c1", ["team:a", "ticket:1"], staff=True)
    assert list(connected.watchers("team:a")) == [Watcher(connection_id="c1", staff=True)]
    assert list(connected.watchers("team:b")) == []


def test_watchers_are_told_apart(connected):
    connected.issue("other", a_guest(a_ticket()), MINUTE)
    connected.admit("other", "c2")
    connected.watch("c1", ["ticket:1"], staff=True)
    connected.watch("c2", ["ticket:1"], staff=False)
    watching = {watcher.connection_id: watcher.staff for watcher in connected.watchers("ticket:1")}
    assert watching == {"c1": True, "c2": False}


def test_who_comes_by_a_link_is_known_with_what_they_watch(desk, connected):
    ticket = a_ticket()
    until = desk.clock.wall() + MINUTE
    visitor = Visitor(id=ticket.requester, role=Role.GUEST, name="Vera", ticket_id=ticket.id, until=until)
    connected.issue("other", visitor, MINUTE)
    assert connected.admit("other", "c2") == connected.actor("c2") == visitor
    connected.watch("c2", ["ticket:1"], staff=False, visitor=visitor)
    connected.note("ticket:1", "c2", Presence(person=visitor.id, name="", doing=Doing.LOOKING, until=until))
    (watcher,) = connected.watchers("ticket:1")
    assert (watcher.visitor, watcher.staff, watcher.presence.until) == (visitor, False, until)


def test_watching_twice_is_watching_once(connected):
    for _ in range(2):
        connected.watch("c1", ["team:a", "team:a"], staff=True)
    assert len(connected.watchers("team:a")) == 1


def test_unwatching_ends_one_topic(connected):
    connected.watch("c1", ["team:a", "ticket:1"], staff=True)
    connected.unwatch("c1", ["team:a", "team:never"])
    assert [len(connected.watchers(topic)) for topic in ("team:a", "ticket:1")] == [0, 1]


def test_leaving_ends_everything(connected):
    connected.watch("c1", ["team:a", "ticket:1"], staff=True)
    connected.leave("c1")
    assert [list(connected.watchers(topic)) for topic in ("team:a", "ticket:1")] == [[], []]
    assert connected.actor("c1") is None


@pytest.mark.parametrize("late", ["watch", "unwatch", "leave"])
def test_what_comes_after_leaving_leaves_nothing_behind(connected, late):
    connected.leave("c1")
    late_calls = {
        "watch": lambda: connected.watch("c1", ["team:a"], staff=True),
        "unwatch": lambda: connected.unwatch("c1", ["team:a"]),
        "leave": lambda: connected.leave("c1"),
    }
    late_calls[late]()
    assert list(connected.watchers("team:a")) == []
    assert connected.actor("c1") is None


def test_watching_nothing_is_harmless(connected):
    connected.watch("c1", [], staff=True)
    connected.unwatch("c1", [])
    assert connected.actor("c1") == ADA


def test_everything_on_the_board_expires(aws_desk):
    """What the table forgets by itself: everything, soon after the longest connection there can be."""
    board = aws_desk.live.board
    board.issue("first", ADA, MINUTE)
    board.admit("first", "c1")
    board.issue("second", ADA, MINUTE)
    board.watch("c1", ["team:a"], staff=True)
    board.leave("gone")
    board.watch("gone", ["team:a"], staff=True)
    board.unwatch("gone", ["team:a"])
    latest = (aws_desk.clock.wall() + timedelta(hours=3)).timestamp()
    items = board._tables.client.scan(TableName=board._tables.ephemeral)["Items"]
    assert len(items) == 4
    assert all(int(item["expires_at"]["N"]) < latest for item in items)


def test_the_first_connection_of_somebody_and_their_last_are_told(board):
    told = [board.arrive("ada", "c1"), board.arrive("ada", "c2"), board.arrive("bob", "c3")]
    told += [board.depart("ada", "c1"), board.depart("ada", "c2"), board.depart("ada", "c2")]
    assert told == [True, False, True, False, True, False]
    assert board.arrive("ada", "c1")


def test_a_connection_that_never_told_its_end_counts_no_longer_than_one_lasts(desk, board):
    board.arrive("ada", "lost")
    desk.clock.advance(CONNECTION_LIFETIME)
    assert board.arrive("ada", "c2")
    assert board.depart("ada", "c2")


def test_a_browser_that_is_gone_watches_nothing_and_still_tells_whose_it_was(connected):
    connected.watch("c1", ["team:a", "ticket:1"], staff=True)
    connected.forget("c1", ["team:a", "team:b"])
    assert list(connected.watchers("team:a")) == []
    assert (connected.leave("c1"), connected.leave("c1")) == (ADA, None)
    assert list(connected.watchers("ticket:1")) == []


def test_who_is_there_is_known_with_what_they_watch(connected):
    presence = Presence(person="ada", name="Ada", doing=Doing.WRITING, until=MONDAY_MORNING)
    connected.watch("c1", ["ticket:1"], staff=True)
    assert connected.note("ticket:1", "c1", presence) == Noted(before=None)
    assert connected.note("ticket:1", "c1", presence) == Noted(before=presence)
    assert [watcher.presence for watcher in connected.watchers("ticket:1")] == [presence]
    connected.leave("c1")
    assert not connected.note("ticket:1", "c1", presence)
    assert list(connected.watchers("ticket:1")) == []


def test_who_does_not_watch_is_not_there(connected):
    presence = Presence(person="ada", name="Ada", doing=Doing.LOOKING, until=MONDAY_MORNING)
    assert not connected.note("ticket:1", "c1", presence)
    assert list(connected.watchers("ticket:1")) == []


def test_to_be_there_costs_three_requests(aws, aws_desk):
    board = aws_desk.live.board
    board.issue("secret", ADA, MINUTE)
    board.admit("secret", "c1")
    topic = f"ticket:{open_ticket(aws_desk).id}"
    board.watch("c1", [topic], staff=True)
    with aws.watching() as first:
        live.here(aws_desk, "c1", topic, Doing.LOOKING)
    with aws.watching() as again:
        live.here(aws_desk, "c1", topic, Doing.LOOKING)
    assert again == ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:Query"]
    assert first == [*again, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]


def test_who_is_at_the_tickets_of_a_list_is_kept(board):
    presence = Presence(person="ada", name="Ada", doing=Doing.WRITING, until=MONDAY_MORNING)
    here, nobody = Listed(ticket_id="HD-1", people=(presence,)), Listed(ticket_id="HD-1", people=())
    assert list(board.listed("team:a")) == []
    board.keep_listed("team:a", nobody)
    board.keep_listed("team:a", here)
    board.keep_listed("team:a", Listed(ticket_id="HD-2", people=(presence, presence)))
    assert [len(listed.people) for listed in board.listed("team:a")] == [1, 2]
    assert board.listed("team:a")[0] == here
    assert list(board.listed("team:b")) == []
    board.keep_listed("team:a", nobody)
    assert [listed.ticket_id for listed in board.listed("team:a")] == ["HD-2"]


def test_who_names_a_topic_twice_watches_it_once(desk, connected):
    ticket = open_ticket(desk)
    topic = f"ticket:{ticket.id}"
    assert live.watch(desk, "c1", [topic, topic]) == {topic: ticket.revision}
    assert [watcher.connection_id for watcher in connected.watchers(topic)] == ["c1"]


def test_what_somebody_watches_is_known_of_many_topics_at_once(connected):
    assert connected.watched([]) == connected.watched(["team:a"]) == frozenset()
    connected.watch("c1", ["team:a", "ticket:1"], staff=True)
    assert connected.watched(["team:a", "team:b", "ticket:1"]) == {"team:a", "ticket:1"}


def test_of_a_topic_that_another_left_it_is_known_that_it_is_watched(connected):
    connected.issue("other", ADA, MINUTE)
    connected.admit("other", "c2")
    for name in ("c1", "c2"):
        connected.watch(name, ["team:a"], staff=True)
    connected.leave("c1")
    assert connected.watched(["team:a"]) == {"team:a"}


def test_what_was_watched_once_is_so_no_longer_than_a_connection_lasts(desk, connected):
    connected.watch("c1", ["team:a"], staff=True)
    desk.clock.advance(CONNECTION_LIFETIME + MINUTE)
    assert "team:a" not in connected.watched(["team:a"])
