"""Letters in an administrator's words: saved, shown, sent, and what happens when no letter can be made of them."""

from typing import Any

import pytest
from helpdesk.channels.notices.settings import WORDINGS
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke

LETTERS = "/api/settings/letters"
PREVIEWS = f"{LETTERS}/previews"
REPLY = {
    "letter": "reply",
    "language": "en",
    "subject": "{{ brand }}: {{ subject }}",
    "body": "Dear {{ name }},\n\n{{ body }}\n\n{% if standing %}{{ standing }}{% endif %}",
}


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


def save(http: Gateway, root: Person, *templates: dict[str, Any]) -> Reply:
    return http.save(LETTERS, {"templates": list(templates)}, by=root)


def answered(http: Gateway, desk: Desk, ticket: str, by: Person, **message: Any) -> Any:
    message = {"body": "Did you try <b>water</b>?"} | message
    assert http.post(f"/api/tickets/{ticket}/messages", message, by=by).status == 201
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)
    return desk.notices.mailer.sent[-1]  # type: ignore[attr-defined]


def test_what_administrators_write_is_sent(http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str):
    assert save(http, root, REPLY).status == 200
    mail = answered(http, desk, ticket, ada, html="<p>Did you try <b>water</b>?</p>")
    assert mail.subject == "Helpdesk: The printer is on fire"
    assert mail.text.startswith("Dear Rita,\n\nDid you try water?\n\n")
    assert "see it here:\nhttps://" in mail.text  # whoever leaves out the footer does not leave out the way
    assert "<p>Dear Rita,</p><p>Did you try <b>water</b>?</p>" in mail.html
    assert 'class="button"' in mail.html


def test_what_is_not_set_stays_in_the_products_words(http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str):
    german = REPLY | {"language": "de", "body": "Liebe {{ name }}"}
    elsewhere = REPLY | {"mailbox": "billing", "body": "From billing"}
    other = REPLY | {"letter": "solved", "body": "Done."}
    http.save("/api/settings/mailboxes", {"mailboxes": [{"id": "billing", "address": "b@desk.example"}]}, by=root)
    assert save(http, root, german, elsewhere, other).status == 200
    mail = answered(http, desk, ticket, ada)
    assert mail.text.startswith("Hello Rita,\n\nAda answered:\n\n")


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        ({"letter": "love"}, "letter", "no_letter"),
        ({"language": "fr"}, "language", "not_one_of"),
        ({"mailbox": "nowhere"}, "mailbox", "no_mailbox"),
        ({"subject": "{{ nmae }}"}, "subject", "unknown_place"),
        ({"body": "One\n{{ body.x }}"}, "body", "beyond_template"),
        ({"body": "One\n{% if"}, "body", "unreadable_template"),
        ({"body": "{{ clock }}"}, "body", "unknown_place"),
        ({"body": "{{ 'x' in (id == id) }}"}, "body", "unwritable_letter"),
        ({"body": " \n"}, "body", "not_text"),
        ({"body": "x" * 10_001}, "body", "too_long"),
        ({"subject": "x" * 251}, "subject", "string_too_long"),
    ],
)
def test_what_no_letter_can_be_made_of_is_refused_by_its_place(
    http: Gateway, root: Person, change: dict[str, Any], place: str, code: str
):
    refused = save(http, root, REPLY | {"letter": "solved", "body": "Hi"}, REPLY | change)
    found = [(error["field"], error["code"]) for error in refused.body["errors"]]
    assert (refused.status, found) == (422, [(f"templates.1.{place}", code)])
    alone = http.post(PREVIEWS, REPLY | change, by=root)
    assert (alone.status, alone.fields) == (422, [place])


def test_words_for_the_same_letter_stand_once(http: Gateway, root: Person):
    refused = save(http, root, REPLY, REPLY | {"body": "Hi"})
    assert (refused.status, refused.fields) == (422, ["templates.1.letter"])


def test_a_mail_whose_words_fail_is_sent_in_the_products_and_its_writer_finds_out(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    failing = REPLY | {"body": "{% if body != author %}{{ body }}{% endif %}" * 60}
    assert save(http, root, failing).body["faults"] == []
    mail = answered(http, desk, ticket, ada, body="long " * 2000)
    assert mail.text.startswith("Hello Rita,\n\nAda answered:\n\nlong long")
    (fault,) = http.get(LETTERS, by=root).body["faults"]
    assert fault | {"at": ""} == {
        "letter": "reply",
        "language": "en",
        "mailbox": None,
        "field": "body",
        "code": "too_long_letter",
        "values": {"most": 300_000},
        "ticket": ticket,
        "at": "",
    }
    mended = save(http, root, REPLY)
    assert mended.body["faults"] == []
    assert answered(http, desk, ticket, ada).text.startswith("Dear Rita")


def test_what_once_could_be_said_and_can_no_more_keeps_no_mail_back(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    """As after an update of the product whose letters know less."""
    now = desk.settings.now(WORDINGS.bundle)
    gone = REPLY | {"mailbox": None, "body": "{{ weather }}"}
    desk.settings.save(now, now.with_fields({"templates": [gone]}, desk.clock.now(), root.id))
    assert answered(http, desk, ticket, ada).text.startswith("Hello Rita")
    (fault,) = http.get(LETTERS, by=ada).body["faults"]
    assert (fault["field"], fault["code"]) == ("body", "unwritable_letter")


def test_a_subject_is_one_line_whatever_stands_in_it(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person
):
    subject = "{% if subject %}{{ subject }}{% endif %} {{ author }}"
    assert save(http, root, REPLY | {"subject": subject}).status == 200
    reply = http.post("/api/tickets", {"subject": "A\u2028B: x@y", "description": "It smokes."}, by=rita)
    mail = answered(http, desk, str(reply.body["id"]), ada)
    assert mail.subject == "A B: x@y Ada"
    shown = http.post(PREVIEWS, REPLY | {"subject": "{{ name if not name }}"}, by=root)
    assert shown.body["subject"] == "[HD-12345678] The printer prints nothing"


def test_a_preview_shows_text_and_page_of_an_example_or_of_a_ticket(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    example = http.post(PREVIEWS, REPLY, by=root).body
    assert example["subject"] == "Helpdesk: The printer prints nothing"
    assert example["text"].startswith("Dear Sofie Berg,\n\nPlease switch it off")
    assert "<p>Dear Sofie Berg,</p>" in example["html"]
    answered(http, desk, ticket, ada, html="<p>Try <b>water</b></p>", body="Try water")
    http.post(f"/api/tickets/{ticket}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    real = http.post(PREVIEWS, REPLY | {"ticket": ticket}, by=root).body
    assert real["subject"] == "Helpdesk: The printer is on fire"
    assert real["text"].startswith("Dear Rita,\n\nTry water\n\n")
    assert "<p>Try <b>water</b></p>" in real["html"]
    assert "SECRET" not in real["text"]
    assert "#" not in real["text"]  # a link with a token would be that of who asks for help
    assert http.post(PREVIEWS, REPLY | {"ticket": "HD-00000000"}, by=root).status == 404


@pytest.mark.parametrize("letter", ["survey", "warning", "untold", "participant_solved", "acknowledgement"])
def test_every_sort_of_letter_can_be_looked_at_of_a_ticket(http: Gateway, root: Person, ticket: str, letter: str):
    kinds = {kind["name"]: kind for kind in http.get(LETTERS, by=root).body["letters"]}
    wanted = {"letter": letter, "language": "de", **kinds[letter]["words"]["de"], "ticket": ticket}
    shown = http.post(PREVIEWS, wanted, by=root)
    assert shown.status == 200
    assert "{" not in shown.body["text"]


def test_who_saved_what_is_known_and_can_hold_again(http: Gateway, root: Person):
    save(http, root, REPLY)
    save(http, root)
    found = http.get(f"{LETTERS}/versions", by=root).body["items"]
    assert [(each["revision"], each["templates"], each["saved_by"], each["name"]) for each in found] == [
        (2, 0, root.id, "Root"),
        (1, 1, root.id, "Root"),
    ]
    before = http.get(f"{LETTERS}/versions/1", by=root).body["templates"]
    assert before == [REPLY | {"mailbox": None}]
    assert save(http, root, *before).body["templates"] == before
    assert http.get(f"{LETTERS}/versions/9", by=root).status == 404
    assert http.get(f"{LETTERS}/versions/0", by=root).body["templates"] == []


def test_staff_read_and_administrators_save(http: Gateway, ada: Person, rita: Person, root: Person):
    assert http.get(LETTERS, by=ada).status == 200
    assert http.get(f"{LETTERS}/versions", by=ada).status == 200
    assert http.save(LETTERS, {"templates": []}, by=ada).status == 403
    assert http.post(PREVIEWS, REPLY, by=ada).status == 403
    for path in (LETTERS, f"{LETTERS}/versions", f"{LETTERS}/versions/0"):
        assert http.get(path, by=rita).status == 403
    assert http.put(LETTERS, {"templates": []}, by=root, headers={"if-match": '"4"'}).status == 412


def test_what_each_letter_can_say_is_told(http: Gateway, ada: Person):
    kinds = {kind["name"]: kind for kind in http.get(LETTERS, by=ada).body["letters"]}
    reply = kinds["reply"]
    assert (reply["to"], reply["title"]["en"]) == ("requester", "Answer to the requester")
    assert {place["name"] for place in reply["places"]} == {
        "id", "subject", "name", "author", "body", "standing", "brand", "signature", "link", "footer",
    }  # fmt: skip
    assert reply["words"]["en"]["body"].startswith("Hello {{ name }},\n\n{{ author }} answered:\n\n{{ body }}")
