"""live: the connection of open browsers, from admission to leaving."""

import json
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.channels.live import actions as live
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.samples import invocation


class Browser:
    """One connection, as API Gateway reports of it."""

    def __init__(self, desk: Desk, name: str = "L0SM9cOFvHcCIhw=") -> None:
        self.desk = desk
        self.name = name

    def connects(self, ticket: str | None) -> int:
        query = {} if ticket is None else {"queryStringParameters": {"ticket": ticket}}
        return self._reports("connect", **query)

    def comes_in(self, person: Person) -> None:
        assert self.connects(live.admission(self.desk, person.as_actor())) == 200

    def says(self, message: Any) -> int:
        return self._reports("message", body=message if isinstance(message, str) else json.dumps(message))

    def watches(self, *topics: str) -> int:
        return self.says({"action": "watch", "topics": topics})

    def leaves(self) -> int:
        return self._reports("disconnect")

    def hears_of(self, topic: str) -> bool:
        return self.name in {watcher.connection_id for watcher in self.desk.live.board.watchers(topic)}

    def asks(self, message: Any) -> Any:
        """What it is answered to a message."""
        return json.loads(self._answer("message", body=json.dumps(message)).get("body", "null"))

    def _reports(self, case: str, **more: Any) -> int:
        return int(self._answer(case, **more)["statusCode"])

    def _answer(self, case: str, **more: Any) -> dict[str, Any]:
        event = invocation("live", case)
        event = {name: value for name, value in event.items() if name != "queryStringParameters"} | more
        event["requestContext"]["connectionId"] = self.name
        answer: dict[str, Any] = invoke("live", event)
        return answer


@pytest.fixture
def browser(desk: Desk) -> Browser:
    return Browser(desk)


def test_an_admission_opens_one_connection(desk: Desk, browser: Browser, rita: Person):
    ticket = live.admission(desk, rita.as_actor())
    assert browser.connects(ticket) == 200
    assert Browser(desk, "another").connects(ticket) == 403
    assert desk.live.board.actor("another") is None


@pytest.mark.parametrize("ticket", [None, "", "nonsense", "x" * 5000])
def test_without_admission_nobody_comes_in(desk: Desk, browser: Browser, ticket: str | None):
    assert browser.connects(ticket) == 403
    assert desk.live.board.actor(browser.name) is None


def test_an_admission_lasts_a_minute(desk: Desk, browser: Browser, rita: Person):
    in_time, too_late = (live.admission(desk, rita.as_actor()) for _ in range(2))
    desk.clock.advance(timedelta(seconds=59))
    assert browser.connects(in_time) == 200
    desk.clock.advance(timedelta(seconds=1))
    assert Browser(desk, "another").connects(too_late) == 403


def test_staff_watch_tickets_teams_and_themselves(browser: Browser, ada: Person, ticket: str):
    browser.comes_in(ada)
    topics = (f"ticket:{ticket}", "team:it-operations", "person:ada")
    assert browser.watches(*topics) == 200
    assert all(browser.hears_of(topic) for topic in topics)
    assert browser.says({"action": "unwatch", "topics": ["team:it-operations"]}) == 200
    assert [browser.hears_of(topic) for topic in topics] == [True, False, True]


def test_a_requester_watches_their_ticket_and_themselves(browser: Browser, rita: Person, ticket: str):
    browser.comes_in(rita)
    assert browser.watches(f"ticket:{ticket}", "person:rita") == 200
    assert browser.hears_of(f"ticket:{ticket}")


@pytest.mark.parametrize(
    "topic",
    ["team:service-desk", "person:rita", "person:", "ticket:HD-8ZZZZZZZ", "ticket:", "everything", "", "x" * 3000],
)
def test_what_is_not_theirs_is_refused_as_a_whole(desk: Desk, browser: Browser, mallory: Person, topic: str):
    browser.comes_in(mallory)
    assert browser.watches("person:mallory", topic) == 403
    assert not browser.hears_of("person:mallory")


def test_a_foreign_ticket_is_refused_like_a_missing_one(browser: Browser, mallory: Person, ticket: str):
    browser.comes_in(mallory)
    assert browser.watches(f"ticket:{ticket}") == browser.watches("ticket:HD-8ZZZZZZZ") == 403
    assert not browser.hears_of(f"ticket:{ticket}")


def test_even_staff_watch_no_other_person_and_no_held_mail(browser: Browser, ada: Person, rita: Person):
    browser.comes_in(ada)
    assert browser.watches("person:rita") == 403
    assert browser.watches("mails") == 403


@pytest.mark.parametrize(("count", "status"), [(20, 200), (21, 403)])
def test_twenty_topics_at_once(browser: Browser, ada: Person, count: int, status: int):
    browser.comes_in(ada)
    assert browser.watches(*(f"team:{number}" for number in range(count))) == status


@pytest.mark.parametrize("action", ["watch", "unwatch"])
@pytest.mark.parametrize(
    "topics", [["team:a"] * 21, ["team:" + "x" * 3000], ["team:\ud800"]], ids=["many", "long", "half"]
)
def test_what_can_be_no_topic_is_refused(browser: Browser, ada: Person, action: str, topics: list[str]):
    browser.comes_in(ada)
    assert browser.says({"action": action, "topics": topics}) == 403


def test_a_connection_that_was_not_opened_watches_nothing(browser: Browser, ticket: str):
    assert browser.watches(f"ticket:{ticket}") == 403


@pytest.mark.parametrize(
    "message",
    ["", "nonsense", "[]", "7", "null", "{}", '"watch"', '{"topics": []}', '{"action": "watch", "topics": 7}', "["],
)
def test_nonsense_is_said_to_be(browser: Browser, ada: Person, message: str):
    browser.comes_in(ada)
    assert browser.says(message) == 400


def test_deep_nonsense_is_said_to_be(browser: Browser, ada: Person):
    browser.comes_in(ada)
    assert browser.says("[" * 100_000) == 400


def test_a_heartbeat_needs_no_topics(browser: Browser, rita: Person):
    browser.comes_in(rita)
    assert browser.says({"action": "heartbeat"}) == 200


def test_a_heartbeat_is_answered_so_that_a_dead_line_is_known(browser: Browser, rita: Person):
    browser.comes_in(rita)
    assert browser.asks({"action": "heartbeat"}) == {"type": "heartbeat"}


def test_who_watches_is_told_from_which_revision_on(http: Gateway, browser: Browser, ada: Person, ticket: str):
    """What happened between the reading of a ticket and this is seen by comparing."""
    browser.comes_in(ada)
    read = http.get(f"/api/tickets/{ticket}", by=ada).body["revision"]
    asked = {"action": "watch", "topics": [f"ticket:{ticket}", "team:service-desk"]}
    assert browser.asks(asked) == {
        "type": "watching",
        "topics": asked["topics"],
        "revisions": {f"ticket:{ticket}": read},
        "here": [],
    }
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Meanwhile"}, by=ada)
    now = http.get(f"/api/tickets/{ticket}", by=ada).body["revision"]
    assert now > read
    assert browser.asks(asked)["revisions"] == {f"ticket:{ticket}": now}


def test_what_is_refused_is_not_said_to_be_watched(browser: Browser, mallory: Person, ticket: str):
    browser.comes_in(mallory)
    assert browser.asks({"action": "watch", "topics": [f"ticket:{ticket}"]}) is None


def test_who_leaves_hears_nothing_more(desk: Desk, browser: Browser, ada: Person, ticket: str):
    browser.comes_in(ada)
    browser.watches(f"ticket:{ticket}", "team:service-desk")
    assert browser.leaves() == 200
    assert not browser.hears_of(f"ticket:{ticket}")
    assert not browser.hears_of("team:service-desk")
    assert desk.live.board.actor(browser.name) is None
    assert browser.leaves() == 200


def test_who_has_left_watches_nothing(browser: Browser, ada: Person):
    browser.comes_in(ada)
    browser.leaves()
    assert browser.watches("team:service-desk") == 403
    assert browser.says({"action": "unwatch", "topics": ["team:service-desk"]}) == 200


def test_admission_by_the_api_is_admission_here(http: Gateway, browser: Browser, rita: Person, ticket: str):
    assert browser.connects(http.post("/api/live-tickets", by=rita).body["ticket"]) == 200
    assert browser.watches(f"ticket:{ticket}") == 200


def told(desk: Desk, browser: Browser) -> list[dict[str, Any]]:
    return [message for connection, message in desk.live.browsers.pushed if connection == browser.name]


def test_news_name_what_is_watched_and_nothing_else(http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str):
    """Who has a ticket, and in which team it is, is nothing that its requester is told of."""
    at_home, at_work = Browser(desk, "home"), Browser(desk, "work")
    at_home.comes_in(rita)
    at_work.comes_in(ada)
    at_home.watches(f"ticket:{ticket}", "person:rita")
    at_work.watches("team:service-desk", "person:ada")
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Hello"}, by=ada)
    (fact,) = facts_of(desk, ticket, "MessageAdded")
    assert {"team:service-desk", "person:ada"} <= set(fact["detail"]["metadata"]["topics"])
    invoke("push_to_browsers", fact)
    assert [message["topics"] for message in told(desk, at_home)] == [["person:rita", f"ticket:{ticket}"]]
    assert [message["topics"] for message in told(desk, at_work)] == [["person:ada", "team:service-desk"]]
