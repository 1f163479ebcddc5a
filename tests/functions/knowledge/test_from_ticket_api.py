"""knowledge_api: an article is begun by a template, or by a ticket that was solved."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import a_requester, an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

ANSWER = {"body": "Hello Rita, turn it on. Call me at +49 30 901820.", "visibility": "public"}


@pytest.fixture
def solved(http: Gateway, ada: Person, rita: Person) -> str:
    draft = {"subject": "Printer of Rita", "description": "It does not print. Rita"}
    ticket = str(http.post("/api/tickets", draft, by=rita).body["id"])
    http.post(f"/api/tickets/{ticket}/messages", ANSWER, by=ada)
    moved = http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    assert moved.status in {200, 201}, moved.text
    return ticket


def test_a_solved_ticket_is_an_article_in_review_that_names_nobody(http: Gateway, ada: Person, solved: str):
    made = http.post(f"/api/tickets/{solved}/articles", {}, by=ada)
    assert made.status == 201, made.text
    assert made.headers["location"] == f"/api/articles/{made.body['id']}/{made.body['text_language']}"
    assert made.body["editions"][0]["state"] == "in_review"
    assert made.body["visibility"]["audience"] == "staff"
    text = made.body["title"] + made.body["body"]
    assert "turn it on" in text
    assert "It does not print" in text
    assert "Rita" not in text
    assert "901820" not in text
    again = http.send(
        "PUT",
        made.headers["location"],
        {
            "title": "Printers",
            "body": made.body["body"],
            "category": made.body["category"],
            "visibility": {"audience": "staff"},
        },
        by=ada,
        headers={"if-match": made.headers["etag"]},
    )
    assert (again.status, again.body["body"]) == (200, made.body["body"])


def test_a_title_that_names_many_can_be_saved_again(http: Gateway, ada: Person):
    al = a_requester("Al")
    ticket = http.post("/api/tickets", {"subject": "Al," * 83, "description": "Broken"}, by=al).body["id"]
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    made = http.post(f"/api/tickets/{ticket}/articles", {}, by=ada)
    text = {key: made.body[key] for key in ("title", "body", "category", "visibility")}
    saved = http.put(made.headers["location"], text, by=ada, headers={"if-match": made.headers["etag"]})
    assert saved.status == 200, saved.text


def test_what_is_not_solved_has_no_answer_yet(http: Gateway, ada: Person, rita: Person):
    ticket = http.post("/api/tickets", {"subject": "Printer", "description": "Broken"}, by=rita).body["id"]
    refused = http.post(f"/api/tickets/{ticket}/articles", {}, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "not_solved")


def test_nobody_writes_of_what_they_may_not(http: Gateway, desk: Desk, rita: Person, ada: Person, solved: str):
    outside = staff(desk, an_agent("Nadia", external=True, teams=("experts",)), team="experts", level=Level.L3)[0]
    for by in (rita, outside):
        assert http.post(f"/api/tickets/{solved}/articles", {}, by=by).status == 403
    assert http.post("/api/tickets/HD-00000000/articles", {}, by=ada).status == 404
    assert http.post("/api/tickets/nothing/articles", {}, by=ada).status == 404


def test_a_long_ticket_is_read_by_its_beginning_and_its_end(http: Gateway, ada: Person, rita: Person):
    ticket = http.post("/api/tickets", {"subject": "Printer", "description": "The beginning"}, by=rita).body["id"]
    for number in range(105):
        http.post(f"/api/tickets/{ticket}/messages", {"body": f"Answer {number}.", "visibility": "public"}, by=ada)
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    body = http.post(f"/api/tickets/{ticket}/articles", {}, by=ada).body["body"]
    assert "The beginning" in body
    assert "Answer 104." in body


def test_templates_are_for_who_writes(http: Gateway, ada: Person, rita: Person):
    reply = http.get("/api/article-templates", language="de", by=ada)
    assert reply.status == 200, reply.text
    found = reply.body["items"]
    assert {each["template"] for each in found} == {"how_to", "known_error"}
    assert any("Ursache" in each["body"] for each in found)
    assert http.get("/api/article-templates", language="de", by=rita).status == 403
