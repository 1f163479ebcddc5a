"""live: who is at a ticket is seen in the lists in which it stands, told seldom, and asked for by nobody."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.rules import LISTED, PRESENT, Doing
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

LIST = "team:service-desk"
BEAT = timedelta(seconds=10)


class Lists:
    """A browser that shows lists of tickets."""

    def __init__(self, desk: Desk, person: Person, *topics: str) -> None:
        self.desk, self.name, self.topics = desk, f"lists-of-{person.id}", topics
        assert live.connect(desk, live.admission(desk, person.as_actor()), self.name)
        live.watch(desk, self.name, topics)

    def heard(self) -> list[dict[str, Any]]:
        pushed = self.desk.live.browsers.pushed
        return [message for name, message in pushed if name == self.name and message["type"] == "presence"]

    def sees(self) -> dict[str, str]:
        return {who["name"]: who["doing"] for who in self.heard()[-1]["people"]}


@pytest.fixture
def lee(desk: Desk) -> Person:
    return staff(desk, an_agent("Lee"))[0]


@pytest.fixture
def lees(desk: Desk, lee: Person) -> Lists:
    return Lists(desk, lee, LIST, "person:lee")


class AtTicket:
    def __init__(self, desk: Desk, person: Person, ticket: str) -> None:
        self.desk, self.name, self.topic = desk, f"window-of-{person.id}", f"ticket:{ticket}"
        assert live.connect(desk, live.admission(desk, person.as_actor()), self.name)
        live.watch(desk, self.name, [self.topic])

    def says(self, doing: str) -> None:
        live.here(self.desk, self.name, self.topic, Doing(doing))


@pytest.fixture
def adas(desk: Desk, ada: Person, ticket: str) -> AtTicket:
    return AtTicket(desk, ada, ticket)


def test_who_comes_writes_and_leaves_is_seen_in_the_list_of_the_team(lees: Lists, adas: AtTicket, ticket: str):
    adas.says("looking")
    assert lees.heard() == [
        {
            "type": "presence",
            "topics": [LIST],
            "ticket_id": ticket,
            "people": [{"id": "ada", "name": "Ada", "doing": "looking"}],
            "seconds": 40,
        }
    ]
    adas.says("writing")
    assert lees.sees() == {"Ada": "writing"}
    adas.says("gone")
    assert lees.sees() == {}


def test_it_is_seen_in_the_list_of_who_has_the_ticket(
    http: Gateway, desk: Desk, ada: Person, lee: Person, adas: AtTicket, ticket: str
):
    http.patch(f"/api/tickets/{ticket}", {"assignee": lee.id}, by=ada)
    own = Lists(desk, lee, "person:lee")
    adas.says("looking")
    assert [message["topics"] for message in own.heard()] == [["person:lee"]]


def test_that_it_goes_on_is_said_again_before_it_lapses_and_not_at_each_beat(desk: Desk, lees: Lists, adas: AtTicket):
    told = []
    for _ in range(12):
        before = len(lees.heard())
        adas.says("looking")
        if len(lees.heard()) > before:
            told.append(desk.clock.wall())
        desk.clock.advance(BEAT)
    assert len(told) in {6, 7}
    assert all(later - earlier < LISTED for earlier, later in pairwise(told))


def test_who_comes_back_after_a_pause_is_told_at_once(desk: Desk, lees: Lists, adas: AtTicket):
    adas.says("looking")
    desk.clock.advance(PRESENT)
    adas.says("looking")
    assert len(lees.heard()) == 2


def test_who_says_twice_that_they_are_gone_is_told_once(lees: Lists, adas: AtTicket):
    for doing in ("gone", "looking", "gone", "gone"):
        adas.says(doing)
    assert [len(message["people"]) for message in lees.heard()] == [1, 0]


def test_a_list_that_is_opened_later_shows_who_is_there(desk: Desk, adas: AtTicket, ticket: str):
    adas.says("writing")
    (found,) = live.who_is_where(desk, [LIST, "team:it-operations", f"ticket:{ticket}"])
    assert found == {
        "type": "presence",
        "ticket_id": ticket,
        "people": [{"id": "ada", "name": "Ada", "doing": "writing"}],
        "seconds": 40,
    }
    desk.clock.advance(timedelta(seconds=15))
    assert [found["seconds"] for found in live.who_is_where(desk, [LIST])] == [25]
    desk.clock.advance(timedelta(seconds=25))
    assert list(live.who_is_where(desk, [LIST])) == []


def test_who_has_left_is_in_no_list_that_is_opened_later(desk: Desk, adas: AtTicket):
    adas.says("writing")
    adas.says("gone")
    assert list(live.who_is_where(desk, [LIST])) == []


def test_who_asks_hears_of_nobody(desk: Desk, rita: Person, adas: AtTicket, ticket: str):
    own = Lists(desk, rita, "person:rita", f"ticket:{ticket}")
    adas.says("writing")
    assert rita.role is Role.REQUESTER
    assert own.heard() == []
    assert list(live.who_is_where(desk, own.topics)) == []


def test_of_a_ticket_that_went_elsewhere_its_new_team_hears(
    http: Gateway, desk: Desk, ada: Person, lees: Lists, adas: AtTicket, ticket: str
):
    moved = http.post(f"/api/tickets/{ticket}/escalations", {"reason": "Too hard", "tried": "All"}, by=ada)
    team = moved.body["team"]
    theirs = Lists(desk, staff(desk, an_agent("Olga", teams=(team,)), team=team)[0], f"team:{team}")
    adas.says("looking")
    assert (len(theirs.heard()), len(lees.heard())) == (1, 0)
