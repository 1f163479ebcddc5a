"""workspace_api: own settings of people who work on tickets."""

from typing import Any, Final

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

PATH: Final = "/api/me/settings"
ALL: Final = {"app": True, "mail": True, "push": True, "digest": False}
MAIL: Final = {"app": False, "mail": True, "push": False, "digest": False}


@pytest.fixture
def bob(desk: Desk) -> Person:
    return staff(desk, an_agent("Bob"))[0]


def test_everything_is_said_before_anything_is_chosen(http: Gateway, ada: Person):
    reply = http.get(PATH, by=ada)
    notifications = reply.body["notifications"]
    assert reply.headers["etag"] == '"0"'
    assert {name: value for name, value in reply.body.items() if name != "notifications"} == {
        "density": "normal",
        "single_keys": True,
        "start_page": "mine",
        "after_send": "next",
        "undo_send": 10,
        "list_width": None,
        "panel_width": None,
        "composer_height": None,
        "panels": [],
        "views": [],
        "quiet_hours": None,
        "signature": "",
        "digest_at": "08:00",
        "revision": 0,
    }
    assert list(notifications) == [
        "assigned", "handed_over", "replied", "mentioned", "due_soon", "missed", "escalated", "waiting", "paged",
    ]  # fmt: skip
    assert notifications["assigned"] == ALL
    assert notifications["escalated"] == {"app": True, "mail": False, "push": False, "digest": False}


def test_what_somebody_chose_is_theirs_alone(http: Gateway, ada: Person, bob: Person):
    wanted = {
        "density": "compact",
        "single_keys": False,
        "start_page": "inbox",
        "after_send": "stay",
        "undo_send": 30,
        "list_width": 400,
        "panel_width": 300,
        "composer_height": 320,
        "panels": [{"name": "clocks", "folded": True}, {"name": "assets", "hidden": True}],
        "views": ["mine", "vip"],
        "notifications": {"replied": MAIL},
        "quiet_hours": {"start": "20:00", "end": "07:00"},
        "signature": "Ada",
        "digest_at": "07:15",
    }
    saved = http.save(PATH, wanted, by=ada)
    assert (saved.status, saved.headers["etag"]) == (200, '"1"')
    found = http.get(PATH, by=ada).body
    assert found == saved.body
    assert found["panels"] == [
        {"name": "clocks", "folded": True, "hidden": False},
        {"name": "assets", "folded": False, "hidden": True},
    ]
    assert (found["notifications"]["replied"], found["notifications"]["missed"]) == (MAIL, ALL)
    same = {name: value for name, value in found.items() if name not in {"panels", "notifications", "revision"}}
    assert same == {name: value for name, value in wanted.items() if name not in {"panels", "notifications"}}
    assert http.get(PATH, by=bob).body["revision"] == 0


def test_what_is_left_out_is_as_usual_again(http: Gateway, ada: Person):
    http.save(PATH, {"density": "compact", "notifications": {"replied": MAIL}}, by=ada)
    now = http.save(PATH, {}, by=ada).body
    assert (now["density"], now["notifications"]["replied"], now["revision"]) == ("normal", ALL, 2)


def test_two_windows_do_not_undo_each_other(http: Gateway, ada: Person):
    seen = {"if-match": '"0"'}
    assert http.put(PATH, {"density": "compact"}, by=ada, headers=seen).status == 200
    second = http.put(PATH, {"density": "comfortable"}, by=ada, headers=seen)
    assert (second.status, second.code) == (412, "settings_moved")
    assert http.get(PATH, by=ada).body["density"] == "compact"


def test_requesters_have_none(http: Gateway, rita: Person):
    assert http.get(PATH, by=rita).status == http.put(PATH, {}, by=rita, headers={"if-match": '"0"'}).status == 403


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"density": "tiny"}, "density", "enum"),
        ({"undo_send": 15}, "undo_send", "literal_error"),
        ({"undo_send": "10"}, "undo_send", "literal_error"),
        ({"list_width": 299}, "list_width", "greater_than_equal"),
        ({"panel_width": 421}, "panel_width", "less_than_equal"),
        ({"composer_height": 179}, "composer_height", "greater_than_equal"),
        ({"panels": [{"name": "clocks"}, {"name": "clocks"}]}, "panels.1.name", "twice"),
        ({"views": ["a", "b", "a"]}, "views.2", "twice"),
        ({"views": ["a b"]}, "views.0", "string_pattern_mismatch"),
        ({"notifications": {"paged": MAIL | {"mail": False}}}, "notifications.paged.mail", "always_mailed"),
        ({"notifications": {"paged": {"app": True}}}, "notifications.paged.mail", "missing"),
        ({"quiet_hours": {"start": "24:00", "end": "07:00"}}, "quiet_hours.start", "string_pattern_mismatch"),
        ({"quiet_hours": {"start": "07:00", "end": "07:00"}}, "quiet_hours.end", "never_quiet"),
        ({"theme": "dark"}, "theme", "extra_forbidden"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    http: Gateway, ada: Person, wrong: dict[str, Any], field: str, code: str
):
    reply = http.save(PATH, wrong, by=ada)
    assert reply.status == 422
    assert (field, code) in {(error["field"], error["code"]) for error in reply.body["errors"]}
    assert http.get(PATH, by=ada).body["revision"] == 0
