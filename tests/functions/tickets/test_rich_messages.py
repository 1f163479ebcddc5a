"""Messages with formatting: cleaned where they come in, and their text is made from what stays."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.text import LONGEST_HTML

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

SENT = '<p onclick="x()">Try <b>water</b><script>alert(1)</script><img src="https://x.example/i.png"></p><ul><li>Now</li></ul>'
CLEAN = "<p>Try <b>water</b></p><ul><li>Now</li></ul>"
TEXT = "Try water\n\n- Now"


@pytest.fixture
def messages(ticket: str) -> str:
    return f"/api/tickets/{ticket}/messages"


def message(answer):
    return [entry for entry in answer.body["timeline"] if entry["type"] == "MessageAdded"][-1]


def newest(answer):
    entry = message(answer)
    return entry["body"], entry["html"]


def test_whoever_reads_it_reads_what_stays_of_it(http: Gateway, ada: Person, rita: Person, ticket: str, messages: str):
    told = http.post(messages, {"body": "something else", "html": SENT}, by=ada)
    assert newest(told) == (TEXT, CLEAN)
    assert newest(http.get(f"/api/tickets/{ticket}", by=rita)) == (TEXT, CLEAN)


def test_a_message_without_formatting_is_kept_as_it_was_sent(http: Gateway, ada: Person, messages: str):
    assert newest(http.post(messages, {"body": "<b>1  2</b>\n"}, by=ada)) == ("<b>1  2</b>\n", None)


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("", "string_too_short"),
        ("<p>\u200b</p><br>", "not_text"),
        ("<script>alert(1)</script>", "not_text"),
        ("<blockquote>" * 21 + "deep", "too_deep"),
        ("&" * (LONGEST_HTML // 2), "too_large"),
        ("x" * (LONGEST_HTML - 1), "too_large"),
        ("x" * (LONGEST_HTML + 1), "string_too_long"),
    ],
    ids=lambda value: value[:12],
)
def test_html_of_which_nothing_could_be_kept(http: Gateway, ada: Person, messages: str, html: str, code: str):
    answer = http.post(messages, {"body": "Hello", "html": html}, by=ada)
    assert (answer.status, [(error["field"], error["code"]) for error in answer.body["errors"]]) == (
        422,
        [("html", code)],
    )


def test_the_answer_is_mailed_with_its_formatting_and_as_text(
    http: Gateway, desk: Desk, ada: Person, ticket: str, messages: str
):
    http.post(messages, {"body": TEXT, "html": SENT}, by=ada)
    http.post(messages, {"body": "Just text"}, by=ada)
    for fact in facts_of(desk, ticket, "MessageAdded"):
        invoke("notify_people", fact)
    formatted, bare = desk.notices.mailer.sent
    assert f"\n\n{TEXT}\n\n" in formatted.text
    assert f"</p>{CLEAN}<p>" in formatted.html
    assert "<p>Just text</p>" in bare.html


UPLOAD = "01J0000000000000000000000P"
PICTURE = f'<p>Here: <img alt="me" src="cid:{UPLOAD}"><img src="https://x.example/i.png"></p>'


def with_picture(http: Gateway, by: Person, messages: str, upload: str = UPLOAD):
    file = {"id": upload, "name": "map <1>.png", "size": 9, "type": "image/png"}
    return http.post(messages, {"body": "Here", "html": PICTURE, "attachments": [file]}, by=by)


def test_a_picture_stands_in_the_text_as_one_of_its_attachments(
    http: Gateway, ada: Person, rita: Person, ticket: str, messages: str
):
    with_picture(http, ada, messages)
    entry = message(http.get(f"/api/tickets/{ticket}", by=rita))
    (file,) = entry["attachments"]
    assert entry["html"] == f'<p>Here: <img src="cid:{file["id"]}" alt="map &lt;1&gt;.png"></p>'
    assert entry["body"] == "Here: [map <1>.png]"


def test_a_picture_that_did_not_come_with_the_message_is_refused_by_its_name(http: Gateway, ada: Person, messages: str):
    answer = with_picture(http, ada, messages, upload=UPLOAD.replace("P", "Q"))
    (error,) = answer.body["errors"]
    assert (answer.status, error["field"], error["code"], error["values"]) == (
        422,
        "html",
        "no_picture",
        {"name": "me"},
    )


def test_the_attachment_of_another_message_is_no_picture_of_this_one(
    http: Gateway, ada: Person, ticket: str, messages: str
):
    theirs = message(with_picture(http, ada, messages))["attachments"][0]["id"]
    answer = http.post(messages, {"body": "x", "html": f'<img src="cid:{theirs}">'}, by=ada)
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "no_picture")


def test_in_the_mail_it_leads_to_the_page_of_the_ticket(
    http: Gateway, desk: Desk, ada: Person, ticket: str, messages: str
):
    with_picture(http, ada, messages)
    for fact in facts_of(desk, ticket, "MessageAdded"):
        invoke("notify_people", fact)
    (mail,) = desk.notices.mailer.sent
    assert "<img" not in mail.html
    assert '">[map &lt;1&gt;.png]</a>' in mail.html
