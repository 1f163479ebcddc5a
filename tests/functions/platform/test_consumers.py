"""Consumers of the bus that do one small thing: arm_timer, keep_attachments, push_to_browsers."""

from datetime import datetime
from typing import Any

import msgspec
import pytest
from helpdesk.channels.live import actions as live
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.samples import sample, samples

CONSUMERS = ["arm_timer", "keep_attachments", "push_to_browsers", "notify_people"]
DRAFT = {"subject": "The printer is on fire", "description": "It smokes."}


@pytest.mark.parametrize("function", CONSUMERS)
@pytest.mark.parametrize("detail", [{}, {"metadata": {}, "data": {}}, {"data": {}}])
def test_what_is_no_fact_is_raised_and_kept_by_the_platform(desk: Desk, function: str, detail: dict[str, Any]):
    with pytest.raises(msgspec.ValidationError):
        invoke(function, sample("TicketCreated.v1") | {"detail": detail})


@pytest.mark.parametrize("name", samples())
def test_every_fact_can_be_told_to_browsers(desk: Desk, name: str):
    invoke("push_to_browsers", sample(name))
    assert desk.live.browsers.pushed == []


def test_a_near_wake_is_armed_once(desk: Desk):
    for _ in range(2):
        invoke("arm_timer", sample("TicketCreated.v1.urgent"))
    (timer,) = desk.timers.executions.started.values()
    assert timer.ticket_id == "HD-8W9ZC41P"
    assert timer.wake_at == datetime.fromisoformat("2026-03-02T09:12:30.185000+00:00")
    assert timer.seconds == 751


def test_a_wake_that_has_passed_rings_at_once(desk: Desk):
    desk.clock.set(datetime.fromisoformat("2026-03-02T10:00:00+00:00"))
    invoke("arm_timer", sample("TicketCreated.v1.urgent"))
    assert [timer.seconds for timer in desk.timers.executions.started.values()] == [0]


def test_without_a_wake_nothing_is_armed(desk: Desk):
    invoke("arm_timer", sample("TicketCreated.v1.no-promise"))
    assert desk.timers.executions.started == {}


def test_named_files_are_kept_as_what_they_are(http: Gateway, desk: Desk, rita: Person):
    uploads = [http.post("/api/uploads", {"name": name, "size": 99}, by=rita).body for name in ("a.png", "b.png")]
    files = [{"id": upload["id"], "name": "a.png", "type": "image/png"} for upload in uploads]
    ticket = http.post("/api/tickets", DRAFT | {"attachments": files}, by=rita).body["id"]
    picture, page = (file.id for file in desk.tickets.entries(TicketId(ticket))[0].event.attachments)
    desk.attachments.incoming |= {picture: b"\x89PNG\r\n\x1a\n", page: b"<html><script>alert(1)</script>"}
    for _ in range(2):
        for fact in facts_of(desk, ticket):
            invoke("keep_attachments", fact)
    assert {name: kind for name, (_, kind) in desk.attachments.kept.items()} == {
        picture: "image/png",
        page: "application/octet-stream",
    }


def test_a_file_that_never_came_does_not_hold_up_the_others(http: Gateway, desk: Desk, rita: Person):
    files = [{"id": "01KJQ53HT2SXYWZZXAQ9PJD4G8", "name": "never"}]
    files += [{"id": http.post("/api/uploads", {"name": "b", "size": 99}, by=rita).body["id"], "name": "b"}]
    ticket = http.post("/api/tickets", DRAFT | {"attachments": files}, by=rita).body["id"]
    _, there = (file.id for file in desk.tickets.entries(TicketId(ticket))[0].event.attachments)
    desk.attachments.incoming[there] = b"plain"
    for fact in facts_of(desk, ticket):
        invoke("keep_attachments", fact)
    assert set(desk.attachments.kept) == {there}


@pytest.fixture
def watching(desk: Desk, ada: Person, rita: Person, mallory: Person, ticket: str) -> dict[str, str]:
    """Open browsers: of an agent on the team's queue, of the requester on their ticket, of somebody else."""
    topics = {"ada": ["team:service-desk"], "rita": [f"ticket:{ticket}", "person:rita"], "mallory": ["person:mallory"]}
    for person in (ada, rita, mallory):
        desk.live.board.admit(live.admission(desk, person.as_actor()), person.id)
        live.watch(desk, person.id, topics[person.id])
    return {"id": ticket}


def test_those_who_watch_are_told_once_each(desk: Desk, watching: dict[str, str]):
    (fact,) = facts_of(desk, watching["id"])
    invoke("push_to_browsers", fact)
    assert sorted(name for name, _ in desk.live.browsers.pushed) == ["ada", "rita"]
    assert desk.live.browsers.pushed[0][1] == {
        "type": "event",
        "event": "TicketCreated",
        "ticket_id": watching["id"],
        "version": 1,
        "occurred_at": "2026-03-02T09:00:00+00:00",
        "topics": ["person:rita", f"ticket:{watching['id']}"],
        "public": True,
    }


def test_requesters_are_not_told_of_what_is_internal(http: Gateway, desk: Desk, ada: Person, watching: dict[str, str]):
    http.post(f"/api/tickets/{watching['id']}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    for fact in facts_of(desk, watching["id"], "MessageAdded"):
        invoke("push_to_browsers", fact)
    assert [name for name, _ in desk.live.browsers.pushed] == ["ada"]
    assert "SECRET" not in str(desk.live.browsers.pushed)


def test_a_browser_that_is_gone_watches_no_longer_and_its_end_is_told_by_itself(desk: Desk, watching: dict[str, str]):
    desk.live.browsers.gone.add("rita")
    (fact,) = facts_of(desk, watching["id"])
    invoke("push_to_browsers", fact)
    assert [name for name, _ in desk.live.browsers.pushed] == ["ada"]
    assert desk.live.board.watchers("person:rita") == []
    assert desk.live.board.leave("rita").id == "rita"
