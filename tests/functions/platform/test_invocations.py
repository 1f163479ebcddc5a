"""The invocations kept in `events/` and what they lead to: for `sam local invoke`, and to read."""

from pathlib import Path
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, TicketId
from msgspec.structs import replace

from tests.builders.directory import a_person
from tests.builders.intake import open_ticket
from tests.builders.mail import a_mail
from tests.builders.staffing import staff
from tests.gateway import routes
from tests.lambdas import invoke
from tests.samples import EVENTS, invocation

FUNCTIONS = Path(__file__).parents[3] / "functions"
OF_THE_BUS = {
    "arm_timer",
    "call_webhook",
    "end_ladders",
    "keep_attachments",
    "notify_people",
    "push_to_browsers",
    "start_ladder",
}
HTTP = {
    ("tickets_api", "list"): 200,
    ("tickets_api", "create"): 201,
    ("tickets_api", "read"): 200,
    ("tickets_api", "change"): 200,
    ("tickets_api", "reply"): 201,
    ("tickets_api", "forbidden"): 403,
    ("portal_api", "form"): 200,
    ("portal_api", "create"): 400,
    ("portal_api", "read"): 401,
    ("directory_api", "me"): 200,
    ("directory_api", "teams"): 200,
    ("workspace_api", "admission"): 201,
    ("settings_api", "read"): 200,
    ("workspace_api", "settings"): 200,
    ("channels_api", "mails"): 200,
    ("search_api", "find"): 200,
    ("bulk_api", "list"): 200,
    ("knowledge_api", "list"): 200,
    ("reports_api", "count"): 200,
    ("answers_api", "ask"): 200,
    ("service_api", "health"): 200,
    ("service_api", "unknown"): 404,
    ("live", "connect"): 403,
    ("live", "message"): 403,
    ("live", "disconnect"): 200,
}
SHARE = {"revision": 0, "team": "service-desk", "part": 0, "parts": 1}
BULK = {"by": "01KJPTP8T0Q19GT1TJWHBFVKGT", "job": "01KJPW9HJMD0B86ND336CNFRW1"}
CLIMB = {"ticket_id": "HD-8K3M7QTX", "climb": "page@1:created"}
OTHERS: dict[tuple[str, str], Any] = {
    ("publish_events", "stream"): {"batchItemFailures": []},
    ("publish_events", "republish"): {"batchItemFailures": []},
    ("assign_tickets", "waiting"): {"batchItemFailures": []},
    ("project_tickets", "changed"): {"batchItemFailures": []},
    ("follow_articles", "changed"): None,
    ("ring_timer", "due"): {"ticket_id": "HD-8K3M7QTX", "wake_at": "2026-03-02T12:00:00+00:00"},
    ("sweep_timers", "shard"): {"shard": 3, "started": 0},
    ("recompute_clocks", "share"): SHARE | {"finished": True, "seen": 1, "changed": 0},
    ("change_tickets", "part"): BULK | {"part": 1, "stop": False, "finished": True},
    ("make_export", "asked"): {"stage": None},
    ("replay_tickets", "part"): {
        "by": "01KJPTP8T0Q19GT1TJWHBFVKGT",
        "what_if": "01KJPW9HJMD0B86ND336CNFRW1",
        "failed": False,
        "finished": True,
    },
    ("climb_ladder", "over"): CLIMB | {"over": True, "wait_seconds": 1},
    ("await_answer", "waiting"): None,
    ("accept_mail", "came_in"): None,
    ("receive_email", "waiting"): {"batchItemFailures": []},
    ("send_briefing", "due"): {"sent": False},
    ("send_digests", "every_five_minutes"): None,
    ("track_mail", "delivered"): None,
}


@pytest.fixture(autouse=True)
def _ticket(desk: Desk) -> None:
    """The people and the ticket that the invocations speak of."""
    rita = a_person("Rita", email="requester@demo.example")
    desk.directory.put_person(rita)
    staff(desk, a_person("Agent", email="agent1@demo.example", role=Role.AGENT))
    desk.mail.raw.kept["raw/o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1"] = a_mail(sender=rita.email)
    known = replace(desk, new_ticket_id=lambda: TicketId("HD-8K3M7QTX"))
    open_ticket(known, rita, urgency="high")


@pytest.mark.parametrize(("function", "case"), HTTP)
def test_requests(desk: Desk, function: str, case: str):
    assert invoke(function, invocation(function, case))["statusCode"] == HTTP[function, case]


@pytest.mark.parametrize(("function", "case"), OTHERS)
def test_everything_else(desk: Desk, function: str, case: str):
    assert invoke(function, invocation(function, case)) == OTHERS[function, case]


def test_every_invocation_is_known_here():
    kept = {(path.parent.name, path.stem) for path in (EVENTS / "invocations").glob("*/*.json")}
    assert kept == set(HTTP) | set(OTHERS)


def test_every_function_has_an_invocation_or_takes_the_samples():
    shown = {function for function, _ in [*HTTP, *OTHERS]} | OF_THE_BUS
    assert {path.parent.name for path in FUNCTIONS.glob("*/app.py")} == shown


def test_requests_are_of_routes_that_exist():
    known = {(route.function, route.key) for route in routes()}
    for function, case in HTTP:
        if function != "live":
            assert (function, invocation(function, case)["routeKey"]) in known


def test_invocations_name_nobody_real(ada: Person):
    for path in (EVENTS / "invocations").glob("*/*.json"):
        text = path.read_text()
        known = ("@demo.example", "standard@1", "page@1")
        assert text.count("@") == sum(text.count(each) for each in known), path.name
