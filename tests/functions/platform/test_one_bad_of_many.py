"""One thing of many that fails, by whatever exception, keeps none of the others from being done, and is then raised."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from helpdesk.capabilities.assignment.actions import presence
from helpdesk.capabilities.assignment.actions import teams as planning
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.channels.live import actions as live
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import Status
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.rules.listing import SHARDS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, Scale, TeamId, TicketId
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.facts import facts_of, inserted
from tests.lambdas import invoke
from tests.samples import sample

FAULTS = [ConnectionError("Nobody answers"), KeyError("missing")]


@pytest.fixture(params=FAULTS, ids=lambda fault: type(fault).__name__)
def fault(request: pytest.FixtureRequest) -> Exception:
    found: Exception = request.param
    return found


Breaks = Callable[[Any, str, Callable[..., bool]], None]


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> Breaks:
    """Let a method fail for some of what it is given."""

    def at(thing: Any, method: str, which: Callable[..., bool]) -> None:
        call = getattr(type(thing), method)

        def broken(self: Any, *given: Any) -> Any:
            if which(*given):
                raise fault
            return call(self, *given)

        monkeypatch.setattr(type(thing), method, broken)

    return at


@pytest.fixture
def raises(fault: Exception) -> Any:
    return partial(pytest.raises, type(fault))


def watch(desk: Desk, person: Person, *topics: str) -> None:
    desk.live.board.admit(live.admission(desk, person.as_actor()), person.id)
    live.watch(desk, person.id, topics)


@pytest.mark.parametrize(("bad", "other"), [("ada", "rita"), ("rita", "ada")])
def test_a_browser_that_cannot_be_reached(
    desk: Desk, ada: Person, rita: Person, ticket: str, breaks: Breaks, raises: Any, bad: str, other: str
):
    watch(desk, ada, "team:service-desk")
    watch(desk, rita, f"ticket:{ticket}")
    breaks(desk.live.browsers, "push", lambda name, _: name == bad)
    with raises():
        invoke("push_to_browsers", facts_of(desk, ticket)[0])
    assert [name for name, _ in desk.live.browsers.pushed] == [other]


@pytest.mark.parametrize("bad", ["team:service-desk", "person:rita"])
def test_a_topic_whose_watchers_cannot_be_read(
    desk: Desk, ada: Person, rita: Person, ticket: str, breaks: Breaks, raises: Any, bad: str
):
    watch(desk, ada, "team:service-desk")
    watch(desk, rita, "person:rita")
    breaks(desk.live.board, "watchers", lambda topic: topic == bad)
    with raises():
        invoke("push_to_browsers", facts_of(desk, ticket)[0])
    assert len(desk.live.browsers.pushed) == 1


@pytest.mark.parametrize("bad", ["it-operations", "service-desk"])
def test_a_team_whose_line_takes_nothing(desk: Desk, breaks: Breaks, bad: str):
    """A ticket that moves touches two. What one did not take is put aside, and tried again."""
    breaks(desk.assignment.queue, "send", lambda errand, _: errand.team == bad)
    (entry,) = desk.tickets.entries(open_ticket(desk).id)
    moved = replace(entry, topics=("team:it-operations", "team:service-desk"))
    invoke("publish_events", {"Records": [inserted(moved)]})
    (taken,) = desk.assignment.queue.take()
    assert json.loads(taken)["team"] != bad
    assert len(desk.publishing.bus.published) == len(desk.publishing.queue.take()) == 1


@pytest.mark.parametrize("bad", ["it-operations", "service-desk"])
def test_a_team_that_cannot_hear_that_somebody_is_there(desk: Desk, breaks: Breaks, raises: Any, bad: str):
    teams = ("it-operations", "service-desk")
    (ada,) = staff(desk, an_agent(teams=teams))
    staff(desk, ada, team="it-operations")
    breaks(desk.assignment.queue, "send", lambda errand, _: errand.team == bad)
    with raises():
        presence.set_status(desk, ada.as_actor(), Status.AVAILABLE)
    assert [json.loads(taken)["team"] for taken in desk.assignment.queue.take()] == [t for t in teams if t != bad]


@pytest.mark.parametrize("bad", ["ada", "bob", "eve"])
def test_one_of_a_planned_team_who_cannot_be_looked_at(desk: Desk, breaks: Breaks, raises: Any, bad: str):
    """The plan is saved by then: who would plan it again finds that nothing moves."""
    *_, eve = staff(desk, an_agent(), an_agent("Bob"), an_agent("Eve"))
    lea = an_agent("Lea", role=Role.LEAD).as_actor()
    breaks(desk.assignment.queue, "send", lambda errand, _: errand.person == bad)
    with raises():
        planning.put_team(
            desk,
            lea,
            Team(id=TeamId("service-desk"), name="Desk", level=Level.L1),
            [PersonId("ada"), PersonId("bob")],
            0,
        )
    told = {json.loads(taken)["person"] for taken in desk.assignment.queue.take()}
    assert told == {"ada", "bob", eve.id} - {bad}


@pytest.mark.parametrize("bad", ["a", "b"])
def test_a_ladder_that_cannot_be_ended(desk: Desk, ticket: str, breaks: Breaks, raises: Any, bad: str):
    for climb in ("a", "b"):
        desk.ladders.tokens.hold(TicketId(ticket), climb, f"token-{climb}")
    breaks(desk.ladders.workflows, "answer", lambda token: token == f"token-{bad}")
    with raises():
        ladders.end(desk, TicketId(ticket), {"a", "b"})
    assert desk.ladders.workflows.answered == [f"token-{'b' if bad == 'a' else 'a'}"]


def test_a_timer_that_cannot_be_started(desk: Desk, breaks: Breaks, raises: Any):
    for _ in range(12):
        open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    woken = (desk.tickets.waking(shard, desk.clock.now() + HORIZON) for shard in range(SHARDS))
    shard, cards = next((n, list(cards)) for n, cards in enumerate(map(list, woken)) if len(cards) > 1)
    first, *others = (card.id for card in cards)
    breaks(desk.timers.executions, "start", lambda ticket_id, *_: ticket_id == first)
    with raises():
        invoke("sweep_timers", {"shard": shard})
    assert [timer.ticket_id for timer in desk.timers.executions.started.values()] == others


@pytest.mark.parametrize("bad", [0, 1])
def test_a_file_that_cannot_be_kept(desk: Desk, breaks: Breaks, raises: Any, bad: int):
    names = ["01KJQ53HT2SXYWZZXAQ9PJD4G8", "01KJQ53HT2SXYWZZXAQ9PJD4G9"]
    desk.attachments.incoming |= dict.fromkeys(names, b"plain")
    breaks(desk.attachments, "keep", lambda name: name == names[bad])
    fact = sample("TicketCreated.v1")
    fact["detail"]["data"]["attachments"] = [{"id": name, "size": 5} for name in names]
    with raises():
        invoke("keep_attachments", fact)
    assert set(desk.attachments.kept) == {names[1 - bad]}
