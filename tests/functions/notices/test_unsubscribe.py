"""No more mail of something, by one click: https://www.rfc-editor.org/rfc/rfc8058."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from helpdesk.channels.notices.rules.unsubscribing import GOOD_FOR, unsubscribe_link
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId, Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke

PATH = "/api/portal/unsubscribe"


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


def token_of(link: str) -> str:
    assert urlsplit(link).path == PATH
    return parse_qs(urlsplit(link).query)["token"][0]


def click(http: Gateway, token: str) -> Reply:
    """As a mail program does: a form, and nobody signed in."""
    form = {"content-type": "application/x-www-form-urlencoded"}
    return http.post(PATH, "List-Unsubscribe=One-Click", headers=form, token=token)


def mail_to(http: Gateway, desk: Desk, to: Person, ticket: str, by: Person) -> Any:
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": to.id}, by=by).status == 200
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)
    return [mail for mail in desk.notices.mailer.sent if mail.to == to.email][-1]  # type: ignore[attr-defined]


def test_one_click_ends_mail_of_this_and_of_nothing_else(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    http.save("/api/me/settings", {"signature": "Ada"}, by=ada)
    token = token_of(mail_to(http, desk, ada, ticket, root).unsubscribe)
    for _ in range(2):
        assert click(http, token).status == 204
    found = http.get("/api/me/settings", by=ada).body
    assert found["notifications"]["assigned"] == {"app": True, "mail": False, "push": True, "digest": False}
    assert found["notifications"]["replied"]["mail"] is True
    assert (found["signature"], found["revision"]) == ("Ada", 2)


def test_the_one_mail_a_day_ends_whatever_it_is_about(http: Gateway, desk: Desk, ada: Person):
    digest = {"app": True, "mail": False, "push": False, "digest": True}
    http.save("/api/me/settings", {"notifications": {"assigned": digest, "missed": digest}}, by=ada)
    assert click(http, token_of(unsubscribe_link(desk, ada.id, None))).status == 204
    found = http.get("/api/me/settings", by=ada).body["notifications"]
    assert not any(ways["digest"] for ways in found.values())
    assert found["assigned"]["mail"] is False


def test_to_look_at_a_link_changes_nothing_and_leads_to_the_settings(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    token = token_of(mail_to(http, desk, ada, ticket, root).unsubscribe)
    looked = http.get(PATH, token=token)
    assert (looked.status, looked.headers["location"]) == (303, "https://desk.example/agent/me")
    assert http.get("/api/me/settings", by=ada).body["revision"] == 0


def test_no_link_of_another_does_it(http: Gateway, desk: Desk, ada: Person):
    link = unsubscribe_link(desk, ada.id, Concern.ASSIGNED)
    for token in ("", "x", token_of(link)[:-2] + "xx", desk.signer.sign("ticket", {"p": ada.id, "c": None})):
        assert click(http, token).status in {401, 422}
    desk.clock.advance(GOOD_FOR + timedelta(days=1))  # type: ignore[attr-defined]
    assert click(http, token_of(link)).status == 401
    assert http.get("/api/me/settings", by=ada).body["revision"] == 0


def test_who_must_be_told_has_no_such_link_and_who_asked_has_none(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str
):
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)
    (mail,) = [mail for mail in desk.notices.mailer.sent if mail.to == rita.email]  # type: ignore[attr-defined]
    assert mail.unsubscribe == ""
    paged = token_of(unsubscribe_link(desk, PersonId(ada.id), Concern.PAGED))
    assert click(http, paged).status == 422
