"""What stands below an answer, if that is set: what was said before, the newest first, as mail programs quote it."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

TERMS = {"automatic_an_hour": 20, "automatic_a_day": 100, "attached_mb": 7, "quoted": 0}


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


def write(http: Gateway, ticket: str, body: str, by: Person, **more: Any) -> None:
    assert http.post(f"/api/tickets/{ticket}/messages", {"body": body} | more, by=by).status == 201


def last_mail(desk: Desk, ticket: str) -> Any:
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)
    return desk.notices.mailer.sent[-1]


def test_nothing_is_quoted_until_that_is_set(http: Gateway, desk: Desk, ada: Person, ticket: str):
    write(http, ticket, "Did you try water?", ada)
    assert "It smokes." not in last_mail(desk, ticket).text


def test_what_was_said_before_stands_below_and_no_note(
    http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person, ticket: str
):
    http.save("/api/settings/mail", TERMS | {"quoted": 2}, by=root)
    write(http, ticket, "Did you <b>try</b> water?", ada)
    write(http, ticket, "SECRET", ada, visibility="internal")
    write(http, ticket, "It burns.\nStill.", rita)
    write(http, ticket, "Then foam.", ada)
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)
    (mail,) = [mail for mail in desk.notices.mailer.sent if "Then foam." in mail.text and mail.to == rita.email]
    _, _, below = mail.text.partition("Then foam.")
    assert below.index("Rita wrote:\n> It burns.\n> Still.") < below.index("Ada wrote:\n> Did you <b>try</b>")
    assert ">It burns.<br>Still.</blockquote>" in mail.html
    assert "Did you &lt;b&gt;try" in mail.html
    assert not [words for words in ("SECRET", "It smokes.", "> Then foam.") if words in mail.text + mail.html]


def test_administrators_set_what_goes_out(http: Gateway, desk: Desk, ada: Person, rita: Person, root: Person):
    assert http.get("/api/settings/mail", by=ada).body == TERMS | {"revision": 0}
    saved = http.save("/api/settings/mail", TERMS | {"automatic_an_hour": 3}, by=root)
    assert saved.body == TERMS | {"automatic_an_hour": 3, "revision": 1}
    assert http.save("/api/settings/mail", TERMS, by=ada).status == 403
    assert http.get("/api/settings/mail", by=rita).status == 403
    stale = http.put("/api/settings/mail", TERMS, by=root, headers={"if-match": '"0"'})
    assert stale.status == 412


@pytest.mark.parametrize(
    ("field", "value"), [("automatic_a_day", 0), ("quoted", 11), ("attached_mb", -1), ("automatic_an_hour", 0)]
)
def test_what_cannot_be_is_refused_by_its_place(http: Gateway, root: Person, field: str, value: int):
    refused = http.save("/api/settings/mail", TERMS | {field: value}, by=root)
    assert (refused.status, refused.fields) == (422, [field])
