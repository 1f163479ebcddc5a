"""directory_api: in which language and zone somebody is written to, by their account, their browser and themselves."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk

from tests.gateway import Gateway, Reply

PATH = "/api/me/locale"
BROWSER = {"language": "de", "timezone": "Europe/Vienna"}
NINA = {"email": "nina@people.example", "email_verified": "true", "name": "Nina", "cognito:groups": "[agent]"}


def held(http: Gateway, by: Any) -> tuple[str, str, bool]:
    me, own = http.get("/api/me", by=by).body, http.get(PATH, by=by).body
    assert (me["language"], me["timezone"]) == (own["language"], own["timezone"])
    return own["language"], own["timezone"], me["settled"]


def supposed(http: Gateway, by: Any, **more: str) -> Reply:
    return http.put(PATH, BROWSER | {"supposed": True} | more, by=by)


@pytest.mark.parametrize(
    ("claims", "language", "timezone"),
    [
        ({}, "en", "UTC"),
        ({"locale": "de-AT"}, "de", "UTC"),
        ({"locale": "de_AT", "zoneinfo": "Europe/Vienna"}, "de", "Europe/Vienna"),
        ({"locale": "x", "zoneinfo": "Mars/Base"}, "en", "UTC"),
        ({"locale": "deutsch", "zoneinfo": "../../etc/passwd"}, "en", "UTC"),
    ],
)
def test_who_is_new_is_written_to_as_their_account_says(
    http: Gateway, claims: dict[str, str], language: str, timezone: str
):
    assert held(http, NINA | claims) == (language, timezone, False)


def test_the_browser_of_the_first_sign_in_says_the_rest(http: Gateway):
    assert supposed(http, NINA).body == BROWSER
    assert held(http, NINA) == ("de", "Europe/Vienna", True)


def test_the_account_is_believed_before_the_browser(http: Gateway):
    supposed(http, NINA | {"locale": "en-GB"})
    assert held(http, NINA) == ("en", "Europe/Vienna", True)


def test_who_was_there_before_is_asked_too(http: Gateway, ada: Person):
    supposed(http, ada)
    assert held(http, ada) == ("de", "Europe/Vienna", True)


def test_people_choose_for_themselves_and_no_browser_changes_that(http: Gateway, ada: Person):
    wanted = {"language": "en", "timezone": "America/New_York"}
    assert http.put(PATH, wanted, by=ada).body == wanted
    assert supposed(http, ada).body == wanted
    assert held(http, ada) == ("en", "America/New_York", True)


def test_requesters_have_it_as_well(http: Gateway, rita: Person):
    assert http.put(PATH, BROWSER, by=rita).body == BROWSER


def test_nothing_else_of_somebody_changes(http: Gateway, desk: Desk, ada: Person):
    http.put(PATH, BROWSER, by=ada)
    now = desk.directory.person(ada.id)
    assert (now.name, now.email, now.role, now.teams) == (ada.name, ada.email, ada.role, ada.teams)


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"timezone": "Mars/Base"}, "timezone", "no_zone"),
        ({"timezone": "../../etc/passwd"}, "timezone", "no_zone"),
        ({"timezone": ""}, "timezone", "string_too_short"),
        ({"timezone": "x" * 65}, "timezone", "string_too_long"),
        ({"language": "german"}, "language", "string_too_long"),
        ({"language": None}, "language", "string_type"),
        ({"role": "admin"}, "role", "extra_forbidden"),
    ],
)
def test_what_there_is_not_is_refused_at_its_field(
    http: Gateway, ada: Person, wrong: dict[str, Any], field: str, code: str
):
    reply = http.put(PATH, BROWSER | wrong, by=ada)
    (error,) = reply.body["errors"]
    assert (reply.status, error["field"], error["code"]) == (422, field, code)
    assert held(http, ada) == ("en", "UTC", False)
