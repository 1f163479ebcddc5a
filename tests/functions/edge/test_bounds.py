"""Every public field has a bound and one JSON type, and nothing that is saved is replaced by who has not seen it: the
OpenAPI document is walked, and each field is tried.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.knowledge import a_published
from tests.builders.sla import a_document
from tests.builders.staffing import staff
from tests.gateway import Gateway

DOCUMENT: Final = json.loads((Path(__file__).parents[3] / "layers/helpdesk/helpdesk/openapi.json").read_text())
Schema = dict[str, Any]
OPERATIONS: Final = [
    (method.upper(), path, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]
BODIES: Final = [
    (method, path, operation["requestBody"]["content"]["application/json"]["schema"])
    for method, path, operation in OPERATIONS
    if "requestBody" in operation
]
each_body = pytest.mark.parametrize(("method", "path", "schema"), BODIES, ids=[f"{m} {p}" for m, p, _ in BODIES])


def resolved(schema: Schema) -> Schema:
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def nodes(place: str, schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Whatever a document of this schema can hold, with its place."""
    schema = resolved(schema)
    yield place, schema
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from nodes(place, choice)
    for name, inner in schema.get("properties", {}).items():
        yield from nodes(f"{place}.{name}", inner)
    for name, known in (("items", {}), ("additionalProperties", {}), ("propertyNames", {"type": "string"})):
        if isinstance(schema.get(name), dict):
            yield from nodes(f"{place}[{name}]", known | schema[name])


BOUNDS: Final = {
    "string": [{"maxLength"}, {"enum"}, {"const"}, {"formatMinimum", "formatMaximum"}],
    "integer": [{"minimum", "maximum"}, {"enum"}],
    "number": [{"minimum", "maximum"}],
    "array": [{"maxItems"}],
    "object": [{"maxProperties"}],
}


def is_bounded(schema: Schema) -> bool:
    kind = schema.get("type")
    if kind == "object" and schema.get("additionalProperties") is False:
        return True
    if kind not in BOUNDS:
        return kind in {"boolean", "null"} or bool({"anyOf", "oneOf", "allOf", "enum", "const"} & schema.keys())
    return any(bounds <= schema.keys() for bounds in BOUNDS[kind])


def test_every_field_of_a_request_has_a_bound():
    asked = [(f"{m} {p} {each['name']}", each["schema"]) for m, p, o in OPERATIONS for each in o.get("parameters", [])]
    sent = [(f"{method} {path}", schema) for method, path, schema in BODIES]
    every = [node for place, schema in asked + sent for node in nodes(place, schema)]
    assert len(every) > 300
    assert [place for place, schema in every if not is_bounded(schema)] == []


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string"},
        {"type": "string", "format": "date-time"},
        {"type": "integer", "minimum": 1},
        {"type": "array", "items": {"type": "boolean"}},
        {"type": "object", "additionalProperties": True},
        {},
    ],
)
def test_what_has_no_bound_is_seen(schema: Schema):
    assert not is_bounded(schema)


WRONG: Final = {
    "boolean": [0, 1, "true", "off"],
    "integer": ["7", 7.0, 7.5, True],
    "number": ["7", True],
    "date-time": [1_772_442_000, 1_772_442_000.5, "1772442000", True],
    "date": [20_000, "20000"],
    "string": [7, True, ["a"], {}],
    "array": ["a", 7, {}],
}


def told_type(schema: Schema) -> str:
    return str(schema.get("format") if schema.get("format") in WRONG else schema.get("type"))


def lenient(schema: Schema, around: Any = lambda inner: inner, place: str = "") -> Iterator[tuple[Any, str]]:
    """Documents that are wrong in the type of one field, and the place of that field."""
    for name, field in resolved(schema).get("properties", {}).items():
        at = f"{place}.{name}".lstrip(".")
        inside = lambda value, name=name: around({name: value})  # noqa: E731
        choices = [resolved(choice) for choice in field.get("anyOf", [field])]
        taken = {told_type(choice) for choice in choices} - {"null"}
        if len(taken) == 1:
            yield from ((inside(value), at) for value in WRONG.get(next(iter(taken)), ()))
        for choice in choices:
            yield from lenient(choice, inside, at)
            if resolved(choice).get("type") == "array":
                in_list = lambda value, inside=inside: inside([value])  # noqa: E731
                yield from lenient(resolved(choice)["items"], in_list, f"{at}.0")


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


@each_body
def test_a_field_takes_the_one_type_it_says(http: Gateway, root: Person, method: str, path: str, schema: Schema):
    path = path.replace("{ticket_id}", "HD-80000001").replace("{", "").replace("}", "")
    for document, place in lenient(schema):
        reply = http.send(method, path, document, by=root)
        assert reply.status == 422, (document, reply.text)
        assert any(field == place or field.startswith(f"{place}.") for field in reply.fields), (document, reply.fields)


ARTICLE: Final = "/api/articles/{article_id}/{language}"
PLANS: Final[dict[str, Any]] = {
    ARTICLE: {"title": "VPN", "body": "<p>So</p>", "category": "network", "visibility": {"audience": "public"}},
    f"{ARTICLE}/plan": {"expire_at": "2099-01-01T00:00:00Z"},
    f"{ARTICLE}/state": {"state": "archived"},
    "/api/teams/{team_id}": {"name": "Desk", "level": "L1", "members": []},
    "/api/people/{person_id}/availability": {},
    "/api/organizations/{organization_id}": {"name": "Acme"},
    "/api/assets/{asset_id}": {"name": "Switch", "type": "switch"},
    "/api/settings/sla": a_document(),
    "/api/settings/routing": {"rules": []},
    "/api/settings/letters": {"templates": []},
    "/api/settings/mailboxes": {"mailboxes": []},
    "/api/settings/chat": {"chat": True, "chat_calendar": "always"},
    "/api/settings/topics": {"topics": []},
    "/api/settings/mail": {"automatic_an_hour": 20, "attached_mb": 7, "quoted": 0},
    "/api/me/settings": {},
    "/api/briefings/{briefing_id}": {"name": "Flow", "report": "flow", "rhythm": "day", "at": "08:00"},
    "/api/views/{view_id}": {"name": "Open", "question": "is:open"},
}
"""What replaces something, or makes it."""

UNSEEN: Final = {
    "/api/me/inbox/{ticket_id}": "it only stands elsewhere; who names a revision is told that there is more",
    "/api/me/locale": "nobody else sets it",
    "/api/me/seen/{ticket_id}": "nobody else sets it",
    "/api/me/status": "nobody else sets it",
    "/api/people/{person_id}/active": "it says one thing, whatever else changes",
    "/api/people/{person_id}/contact": "an address is added only where it is free",
    "/api/people/{person_id}/organization": "it says one thing, whatever else changes",
    "/api/teams/{team_id}/retirement": "it says one thing, whatever else changes",
    "/api/tickets/{ticket_id}/drafts/{kind}": "of what one person writes the newest stays",
    "/api/tickets/{ticket_id}/pin": "what stood there stays in the ticket's timeline",
}


def test_every_put_is_known():
    assert {path for method, path, _ in OPERATIONS if method == "PUT"} == PLANS.keys() | UNSEEN.keys()


@pytest.mark.parametrize("path", PLANS)
@pytest.mark.parametrize("seen", [{}, {"if-match": "*"}])
def test_who_replaces_something_says_what_they_saw(
    http: Gateway, desk: Desk, root: Person, path: str, seen: dict[str, str]
):
    plan = PLANS[path]
    path = path.replace("{article_id}", a_published(desk).id).replace("{language}", "en") if ARTICLE in path else path
    at = path.replace("{person_id}", root.id).replace("{team_id}", "a-team").replace("{", "").replace("}", "")
    reply = http.put(at, plan, by=root, headers=seen)
    assert (reply.status, reply.code) == (428, "revision_needed")
    assert http.save(at, plan, by=root).status == 200
