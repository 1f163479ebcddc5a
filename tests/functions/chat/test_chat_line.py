"""live: a visitor's own line. It tells of the words of their chat, while their link holds, and of nothing else."""

import json
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.channels.chat.actions import opening
from helpdesk.channels.chat.rules.line import LINK_LASTS
from helpdesk.channels.live import actions as live
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Channel
from msgspec.structs import replace

from tests.builders.intake import open_ticket
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.samples import invocation


class Line:
    """An open connection."""

    def __init__(self, desk: Desk, name: str, secret: str) -> None:
        self.desk, self.name = desk, name
        assert self._reports("connect", queryStringParameters={"ticket": secret}) == 200

    def says(self, action: str, topic: str, **more: Any) -> int:
        return self._reports("message", body=json.dumps({"action": action, "topics": [topic], **more}))

    def heard(self) -> list[dict[str, Any]]:
        return [message for connection, message in self.desk.live.browsers.pushed if connection == self.name]

    def _reports(self, case: str, **more: Any) -> int:
        event = {**invocation("live", case), **more}
        event["requestContext"]["connectionId"] = self.name
        return int(invoke("live", event)["statusCode"])


@pytest.fixture
def chat(desk: Desk) -> Ticket:
    return open_ticket(desk, channel=Channel.CHAT)


@pytest.fixture
def topic(chat: Ticket) -> str:
    return f"ticket:{chat.id}"


@pytest.fixture
def visitor(http: Gateway, desk: Desk, chat: Ticket, topic: str) -> Line:
    admitted = http.post("/api/portal/chat/live-tickets", link=opening.link(desk, chat.id, "Vera"))
    line = Line(desk, "visitor", admitted.body["ticket"])
    assert line.says("watch", topic) == 200
    return line


@pytest.fixture
def agent(desk: Desk, ada: Person, topic: str) -> Line:
    line = Line(desk, "agent", live.admission(desk, ada.as_actor()))
    assert line.says("watch", topic) == 200
    return line


def told_of(desk: Desk, chat: Ticket, *types: str) -> None:
    for fact in facts_of(desk, chat.id, *types):
        invoke("push_to_browsers", fact)


def test_a_visitor_hears_of_answers_and_of_no_note(http: Gateway, desk: Desk, ada: Person, chat: Ticket, visitor: Line):
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "A note", "visibility": "internal"}, by=ada)
    told_of(desk, chat, "MessageAdded")
    assert visitor.heard() == []
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "Hello"}, by=ada)
    told_of(desk, chat, "MessageAdded")
    assert [(each["type"], each["event"]) for each in visitor.heard()] == [("event", "MessageAdded")]
    assert "Hello" not in str(visitor.heard())


def test_a_visitor_watches_their_own_chat_alone(desk: Desk, chat: Ticket, visitor: Line):
    another = open_ticket(desk, channel=Channel.CHAT)
    for other in (
        f"ticket:{another.id}",
        f"person:{chat.requester}",
        "team:service-desk",
        "mails",
        "ticket:HD-8ZZZZZZZ",
    ):
        assert visitor.says("watch", other) == 403
    assert visitor.says("here", f"ticket:{chat.id}") == 403


def test_a_foreign_link_opens_no_line(http: Gateway):
    assert http.post("/api/portal/chat/live-tickets", link="made up").status == 401


def test_a_link_that_ends_is_told_nothing_more(
    http: Gateway, desk: Desk, ada: Person, chat: Ticket, visitor: Line, topic: str
):
    desk.clock.advance(LINK_LASTS)
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "Hello"}, by=ada)
    told_of(desk, chat, "MessageAdded")
    assert visitor.heard() == []
    assert visitor.says("watch", topic) == 403


def test_who_is_no_longer_of_the_ticket_is_told_nothing_more(
    http: Gateway, desk: Desk, ada: Person, chat: Ticket, visitor: Line, monkeypatch: pytest.MonkeyPatch
):
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "Hello"}, by=ada)
    moved = replace(desk.tickets.get(chat.id), requester="somebody-else")
    monkeypatch.setattr(type(desk.tickets), "heads", lambda _self, _ids: [moved])
    told_of(desk, chat, "MessageAdded")
    assert visitor.heard() == []


def test_typing_is_heard_at_the_other_end_and_kept_nowhere(visitor: Line, agent: Line, topic: str, ada: Person):
    assert visitor.says("typing", topic) == agent.says("typing", topic) == 200
    assert agent.heard() == [{"type": "typing", "seconds": 6, "topics": [topic]}]
    assert visitor.heard() == [{"type": "typing", "seconds": 6, "name": ada.name, "topics": [topic]}]
    assert [watcher.presence for watcher in visitor.desk.live.board.watchers(topic)] == [None, None]


def test_who_does_not_watch_says_nothing(desk: Desk, visitor: Line, agent: Line):
    other = f"ticket:{open_ticket(desk).id}"
    for line in (visitor, agent):
        for action in ("typing", "visiting"):
            assert line.says(action, other) == 403
            assert line.says(action, "x" * 3000) == 403
    assert agent.says("visiting", f"ticket:{other}") == 403


def test_staff_hear_that_the_visitor_is_there_and_what_they_read(visitor: Line, agent: Line, topic: str):
    assert visitor.says("visiting", topic, seen=4) == 200
    assert agent.heard() == [{"type": "visitor", "doing": "looking", "seen": 4, "seconds": 25, "topics": [topic]}]
    assert agent.says("visiting", topic) == 403


def answers(desk: Desk, chat: Ticket) -> list[str]:
    told_of(desk, chat, "MessageAdded")
    for fact in facts_of(desk, chat.id, "MessageAdded"):
        invoke("notify_people", fact)
    return [mail.text for mail in desk.notices.mailer.sent if "Hello" in mail.text]


@pytest.mark.parametrize(("gone", "mailed"), [(timedelta(0), 0), (timedelta(seconds=25), 1)])
def test_who_has_the_chat_before_them_is_not_mailed_what_they_read(
    http: Gateway, desk: Desk, ada: Person, chat: Ticket, visitor: Line, topic: str, gone: timedelta, mailed: int
):
    visitor.says("visiting", topic)
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "Hello"}, by=ada)
    desk.clock.advance(gone)
    assert len(answers(desk, chat)) == mailed


def test_who_left_is_mailed_and_so_is_what_ends_it(
    http: Gateway, desk: Desk, ada: Person, chat: Ticket, visitor: Line, topic: str
):
    visitor.says("visiting", topic)
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "Hello, it is done", "state": "solved"}, by=ada)
    assert len(answers(desk, chat)) == 1
    visitor.says("visiting", topic, doing="gone")
    http.post(f"/api/tickets/{chat.id}/messages", {"body": "Hello again"}, by=ada)
    assert len(answers(desk, chat)) == 2
