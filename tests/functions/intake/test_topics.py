"""Topics over HTTP: read with the form, answered by strangers and people who are signed in, set by administrators."""

from datetime import timedelta
from typing import Any, Final

import pytest
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, TicketId
from msgspec import to_builtins
from msgspec.structs import replace

from tests.builders.directory import a_person, a_requester
from tests.builders.staffing import staff
from tests.builders.topics import a_question, a_topic, put_topics, when
from tests.forms import new_form, sent
from tests.gateway import Gateway, Reply

PATH: Final = "/api/settings/topics"

TOPIC: Final = a_topic(
    a_question("device", "choice", "laptop printer", required=True, means={"printer": {"urgency": "high"}}),
    a_question("place", when=when("device", "printer"), required=True),
    a_question("count", "number"),
    kind="service_request",
    category="hardware",
)


@pytest.fixture
def alex(desk: Desk) -> Person:
    return staff(desk, a_person("Alex", role=Role.ADMIN))[0]


@pytest.fixture
def agent(desk: Desk) -> Person:
    return staff(desk, a_person("Ada", role=Role.AGENT))[0]


@pytest.fixture(autouse=True)
def things(desk: Desk) -> None:
    put_topics(desk, TOPIC)


def answers_on(reply: Reply) -> dict[str, Any]:
    """As a page shows them, at the entry that made the ticket."""
    return {given["question"]: given["value"] for given in reply.body["timeline"][0]["answers"]["given"]}


def test_the_form_brings_the_topics_and_nothing_of_what_their_answers_mean(http: Gateway):
    (topic,) = http.get("/api/portal/form").body["topics"]
    assert (topic["id"], topic["icon"], topic["asks_asset"]) == ("things", "box", False)
    assert [question["id"] for question in topic["questions"]] == ["device", "place", "count"]
    assert topic["questions"][1]["when"] == {"question": "device", "answers": ["printer"]}
    assert not {"means", "kind", "category"} & (topic.keys() | topic["questions"][0].keys())


def test_a_stranger_answers_and_staff_see_it(http: Gateway, desk: Desk, agent: Person, form: str):
    answers = {"device": "printer", "place": "2nd floor", "count": 2}
    reply = sent(http, form, topic="things", answers=answers, description="")
    assert reply.status == 201, reply.text
    ticket = desk.tickets.get(TicketId(reply.body["id"]))
    assert (ticket.kind, ticket.category, ticket.urgency) == ("service_request", "hardware", "high")
    seen = http.get(f"/api/tickets/{ticket.id}", by=agent)
    assert answers_on(seen) == answers
    first = seen.body["timeline"][0]
    assert (first["answers"]["name"]["de"], first["answers"]["language"]) == ("Things (de)", "en")
    assert first["answers"]["given"][0]["said"] == {"en": "printer", "de": "printer (de)"}
    assert first["data"]["topic"] == "things"


def test_what_was_sent_is_on_its_receipt(http: Gateway, form: str):
    reply = sent(http, form, topic="things", answers={"device": "laptop"})
    token = reply.body["status_url"].partition("#")[2]
    assert [given["value"] for given in reply.body["answers"]["given"]] == ["laptop"]
    assert http.get("/api/portal/receipt", link=token).body["answers"] == reply.body["answers"]


def test_who_is_signed_in_answers_and_sees_it(http: Gateway, desk: Desk):
    rita = a_requester()
    desk.directory.put_person(rita)
    draft = {"subject": "Broken", "topic": "things", "answers": {"device": "laptop", "place": "no longer asked"}}
    made = http.post("/api/tickets", draft, by=rita)
    assert made.status == 201, made.text
    page = http.get(f"/api/tickets/{made.body['id']}", by=rita)
    assert answers_on(page) == {"device": "laptop"}
    assert "topic" not in page.body["timeline"][0]["data"]


@pytest.mark.parametrize(
    ("wrong", "errors"),
    [
        ({"topic": "nothing"}, {"topic": "no_topic"}),
        ({"answers": {}}, {"answers.device": "unanswered"}),
        ({"answers": {"device": "toaster"}}, {"answers.device": "no_choice"}),
        ({"answers": {"device": "printer"}}, {"answers.place": "unanswered"}),
        ({"answers": {"device": "laptop", "colour": "red"}}, {"answers.colour": "no_question"}),
        ({"answers": {"device": "laptop", "count": "two"}}, {"answers.count": "wrong_answer"}),
        ({"answers": {"device": ["laptop"]}}, {"answers.device": "wrong_answer"}),
        ({"topic": None, "answers": {"device": "laptop"}}, {"topic": "unanswered"}),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_saved(
    http: Gateway, desk: Desk, form: str, wrong: dict[str, Any], errors: dict[str, str]
):
    right = {"topic": "things", "answers": {"device": "laptop"}}
    reply = sent(http, form, **right | wrong)
    assert (reply.status, {error["field"]: error["code"] for error in reply.body["errors"]}) == (422, errors)
    assert list(desk.tickets.ids()) == []
    assert sent(http, form, **right).status == 201


def test_a_form_that_is_sent_again_is_answered_again_whatever_became_of_its_topic(http: Gateway, desk: Desk, form: str):
    first = sent(http, form, topic="things", answers={"device": "laptop"})
    put_topics(desk)
    again = sent(http, form, topic="things", answers={"device": "laptop"})
    assert (again.status, again.body["id"]) == (201, first.body["id"])


def test_rules_of_the_desk_see_what_was_answered(http: Gateway, desk: Desk, form: str):
    before = desk.settings.now("desk")
    rule = Rule(name="halls", when=Conditions(words=("great hall",)), then=Actions(tags=("hall",)))
    document = {**before.document, "rules": to_builtins([rule])}
    desk.settings.save(before, replace(before, revision=before.revision + 1, document=document))
    assert desk.settings.of(RULES) == (rule,)
    reply = sent(http, form, topic="things", answers={"device": "printer", "place": "Great Hall"})
    assert desk.tickets.get(TicketId(reply.body["id"])).tags == ("hall",)


def test_a_desk_without_topics_has_the_plain_form(http: Gateway, desk: Desk):
    put_topics(desk)
    token = new_form(http)
    assert http.get("/api/portal/form").body["topics"] == []
    desk.clock.advance(timedelta(seconds=3))
    assert sent(http, token).status == 201


def plan(**more: Any) -> dict[str, Any]:
    return {"id": "desk", "name": {"en": "Desk", "de": "Tisch"}, "icon": "building"} | more


def test_an_administrator_saves_topics_and_the_form_has_them(http: Gateway, alex: Person, agent: Person):
    found = http.get(PATH, by=agent)
    assert (found.status, found.body["revision"], found.body["saved_by"]) == (200, 1, None)
    assert found.body["topics"][0]["questions"][0]["means"]["printer"]["urgency"] == "high"
    wanted = [plan(), *found.body["topics"]]
    reply = http.send("PUT", PATH, {"topics": wanted}, by=alex, headers={"if-match": '"1"'})
    assert (reply.status, reply.body["revision"], reply.body["saved_by"]) == (200, 2, alex.id), reply.text
    assert reply.body["topics"][1:] == found.body["topics"]
    assert [topic["id"] for topic in http.get("/api/portal/form").body["topics"]] == ["desk", "things"]
    late = http.send("PUT", PATH, {"topics": []}, by=alex, headers={"if-match": '"1"'})
    assert late.status == 412


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"id": "Desk top"}, "topics.0.id"),
        ({"id": "Desk"}, "topics[0].id"),
        ({"name": {"en": "Desk"}}, "topics[0].name.de"),
        ({"icon": "rocket"}, "topics.0.icon"),
        ({"category": "spaceships"}, "topics[0].category"),
        ({"colour": "red"}, "topics.0.colour"),
    ],
)
def test_topics_that_cannot_be_used_are_refused_at_their_place(
    http: Gateway, alex: Person, wrong: dict[str, Any], field: str
):
    reply = http.save(PATH, {"topics": [plan(**wrong)]}, by=alex)
    assert (reply.status, reply.fields) == (422, [field]), reply.text


def test_only_administrators_save_and_only_staff_read(http: Gateway, desk: Desk, agent: Person):
    rita = a_requester()
    desk.directory.put_person(rita)
    assert http.save(PATH, {"topics": []}, by=agent).status == 403
    assert http.get(PATH, by=rita).status == 403
