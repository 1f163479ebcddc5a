"""Messages with formatting: cleaned where they come in, and their text is made from what stays."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.inputs import LONGEST_HTML

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

SENT = '<p onclick="x()">Try <b>water</b><script>alert(1)</script><img src="https://x.example/i.png"></p><ul><li>Now</li></ul>'
CLEAN = "<p>Try <b>water</b></p><ul><li>Now</li></ul>"
TEXT = "Try water\n\n- Now"


@pytest.fixture
def messages(ticket: str) -> str:
    return f"/api/tickets/{ticket}/messages"


def newest(answer):
    entry = [entry for entry in answer.body["timeline"] if entry["type"] == "MessageAdded"][-1]
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
