"""Dry runs over past tickets over HTTP: for leads."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

PATH = "/api/settings/routing/dry-runs/past"
RULES = [{"name": "fire", "when": {"words": ["fire"]}, "then": {"category": "hardware"}}]


def test_a_lead_sees_what_would_be_different(http: Gateway, desk: Desk, ticket: str, ada: Person, rita: Person):
    lea = staff(desk, an_agent("Lea", role=Role.LEAD))[0]
    reply = http.post(PATH, {"last": 5, "rules": RULES}, by=lea)
    (found,) = reply.body["items"]
    assert (reply.status, reply.body["complete"], found["id"], found["matched"]) == (200, True, ticket, ["fire"])
    assert found["differences"] == [{"field": "category", "was": None, "would": "hardware"}]
    assert [http.post(PATH, {"last": 5}, by=person).status for person in (ada, rita)] == [403, 403]


@pytest.mark.parametrize(
    ("wrong", "field"), [({"last": 0}, "last"), ({"last": 201}, "last"), ({"start": "2026-03-02T08:00:00"}, "start")]
)
def test_what_cannot_be_is_refused_at_its_place(http: Gateway, desk: Desk, wrong: Any, field: str):
    lea = staff(desk, an_agent("Lea", role=Role.LEAD))[0]
    assert http.post(PATH, wrong, by=lea).fields == [field]
