"""live: who is at a ticket. It is known within moments, gone within half a minute, and keeps nobody from anything."""

import json
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.rules import PRESENT
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.samples import invocation


class Window:
    """A browser that shows a ticket."""

    def __init__(self, desk: Desk, person: Person, ticket: str, name: str = "") -> None:
        self.desk, self.topic, self.name = desk, f"ticket:{ticket}", name or f"window-of-{person.id}"
        assert live.connect(desk, live.admission(desk, person.as_actor()), self.name)
        assert self.says("watch") == 200

    def says(self, action: str, **more: Any) -> int:
        event = invocation("live", "message")
        event["body"] = json.dumps({"action": action, "topics": [self.topic], **more})
        event["requestContext"]["connectionId"] = self.name
        return int(invoke("live", event)["statusCode"])

    def heard(self, kind: str = "presence") -> list[dict[str, Any]]:
        pushed = self.desk.live.browsers.pushed
        return [message for name, message in pushed if name == self.name and message["type"] == kind]

    def sees(self) -> dict[str, str]:
        """Who is there, as was said last."""
        return {who["name"]: who["doing"] for who in self.heard()[-1]["people"]} if self.heard() else {}


@pytest.fixture
def lee(desk: Desk) -> Person:
    return staff(desk, an_agent("Lee"))[0]


@pytest.fixture
def adas(desk: Desk, ada: Person, ticket: str) -> Window:
    return Window(desk, ada, ticket)


@pytest.fixture
def lees(desk: Desk, lee: Person, ticket: str) -> Window:
    return Window(desk, lee, ticket)


def test_who_comes_is_seen_and_sees_who_is_there(adas: Window, lees: Window):
    adas.says("here")
    lees.says("here")
    both = {"Ada": "looking", "Lee": "looking"}
    assert (adas.sees(), lees.sees()) == (both, both)
    assert adas.heard()[-1] == {
        "type": "presence",
        "topics": [adas.topic],
        "people": [
            {"id": "ada", "name": "Ada", "doing": "looking"},
            {"id": "lee", "name": "Lee", "doing": "looking"},
        ],
        "seconds": 25,
    }


def test_who_writes_is_seen_to_write(adas: Window, lees: Window):
    adas.says("here")
    lees.says("here", doing="writing")
    assert adas.sees() == {"Ada": "looking", "Lee": "writing"}
    lees.says("here", doing="looking")
    assert adas.sees()["Lee"] == "looking"


def test_who_leaves_is_gone_at_once(adas: Window, lees: Window):
    adas.says("here")
    lees.says("here")
    lees.says("here", doing="gone")
    assert adas.sees() == {"Ada": "looking"}


def test_who_vanishes_is_gone_within_half_a_minute(desk: Desk, adas: Window, lees: Window):
    lees.says("here", doing="writing")
    desk.clock.advance(PRESENT - timedelta(seconds=1))
    adas.says("here")
    assert set(adas.sees()) == {"Ada", "Lee"}
    desk.clock.advance(timedelta(seconds=1))
    adas.says("here")
    assert set(adas.sees()) == {"Ada"}
    assert PRESENT + timedelta(seconds=3) < timedelta(seconds=30)


def test_a_window_that_was_closed_is_nobody(desk: Desk, adas: Window, lees: Window):
    lees.says("here")
    live.disconnect(desk, lees.name)
    third = Window(desk, staff(desk, an_agent("Mo"))[0], adas.topic.removeprefix("ticket:"))
    third.says("here")
    assert set(third.sees()) == {"Mo"}


def test_somebody_with_two_windows_is_one_person(desk: Desk, ada: Person, adas: Window, lees: Window, ticket: str):
    second = Window(desk, ada, ticket, "second")
    second.says("here", doing="writing")
    adas.says("here")
    assert [who["name"] for who in lees.heard()[-1]["people"]] == ["Ada"]
    assert lees.sees() == {"Ada": "writing"}


def test_who_is_alone_hears_nothing(adas: Window):
    assert adas.says("here") == 200
    assert adas.heard() == []


def test_requesters_neither_hear_of_it_nor_say_so(desk: Desk, adas: Window, lees: Window, rita: Person, ticket: str):
    ritas = Window(desk, rita, ticket)
    adas.says("here", doing="writing")
    lees.says("here")
    assert ritas.heard() == []
    assert ritas.says("here") == 403
    assert set(adas.sees()) == {"Ada", "Lee"}


@pytest.mark.parametrize("topic", ["ticket:HD-8ZZZZZZZ", "team:service-desk", "person:ada", "", "ticket:" + "x" * 200])
def test_only_who_watches_a_ticket_is_at_it(adas: Window, topic: str):
    adas.topic = topic
    assert adas.says("here") == 403


def test_a_connection_that_is_not_open_is_nowhere(adas: Window):
    adas.name = "another"
    assert adas.says("here") == 403


@pytest.mark.parametrize("wrong", [{"doing": "sleeping"}, {"doing": 7}, {"seen": -1}, {"seen": "7"}, {"seen": 10**12}])
def test_nonsense_is_said_to_be(adas: Window, wrong: dict[str, Any]):
    assert adas.says("here", **wrong) == 400


def test_a_browser_that_is_gone_is_told_no_more(desk: Desk, adas: Window, lees: Window):
    desk.live.browsers.gone.add(lees.name)
    adas.says("here")
    assert lees.name not in {watcher.connection_id for watcher in desk.live.board.watchers(adas.topic)}


def test_it_is_no_lock(http: Gateway, ada: Person, adas: Window, lees: Window, ticket: str):
    lees.says("here", doing="writing")
    assert http.post(f"/api/tickets/{ticket}/messages", {"body": "Mine"}, by=ada).status == 201


def test_with_it_goes_how_far_somebody_has_read(desk: Desk, ada: Person, adas: Window, ticket: str):
    revision = desk.tickets.get(TicketId(ticket)).revision
    desk.live.board.watch(adas.name, ["person:ada"], staff=True)
    adas.says("here", seen=revision + 9)
    adas.says("here", seen=max(0, revision - 1))
    (mark,) = desk.marks.all(ada.id)
    assert (mark.ticket, mark.revision) == (ticket, revision)
    assert [message["revision"] for message in adas.heard("seen")] == [revision]
