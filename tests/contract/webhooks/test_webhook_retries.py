"""A system that was down for a while is told all the same, once; one that stays down is told of in the end."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.capabilities.sla.settings.document import as_written, revise
from helpdesk.channels.webhooks.memory import MemoryWebhooks
from helpdesk.channels.webhooks.ports import WebhookCall
from helpdesk.channels.webhooks.rules import TRIED_FOR, WebhookError
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Scale

from tests.builders.intake import open_ticket
from tests.facts import facts_of
from tests.lambdas import invoke
from tests.samples import workflow

UP, DOWN = "https://up.example/a", "https://down.example/b"
Event = dict[str, Any]


@pytest.fixture
def desk(memory_desk: Desk, serve: Callable[[Desk], None]) -> Desk:
    serve(memory_desk)
    return memory_desk


@pytest.fixture
def fact(desk: Desk) -> Event:
    """A ladder's step that calls two systems, as the bus tells of it."""
    current = desk.settings.now("sla")
    file = {"id": "page", "when": {"created": ["P1"]}, "steps": [{"actions": [{"webhook": UP}, {"webhook": DOWN}]}]}
    after = revise({**as_written(current), "ladders": [file]}, current, desk.clock.now(), "alex")
    desk.settings.save(current, after)
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    escalation.climb(desk, ticket.id, "page@2:created")
    (found,) = facts_of(desk, ticket.id, "LadderStepTaken")
    return dict(found)


def play(desk: Desk, fact: Event, up_at: datetime | None) -> int:
    """Hand on what is to be called again when its time has come, as the workflow does; how often it was."""
    event, number = fact, 0
    while True:
        if up_at and desk.clock.now() >= up_at:
            desk.webhooks.calls.down.clear()
        invoke("call_webhook", event)
        waiting = list(desk.webhooks.retries.to_call_again.values())
        if len(waiting) == number:
            return number
        number += 1
        event, wait_seconds = waiting[-1]
        desk.clock.pause(wait_seconds)


@pytest.mark.parametrize("hours", [0, 0.01, 0.5, 3, 11, 23.9])
def test_who_was_down_is_told_when_it_is_up_again(desk: Desk, fact: Event, hours: float):
    desk.webhooks.calls.down = {DOWN}
    began = desk.clock.now()
    play(desk, fact, began + timedelta(hours=hours))
    assert [call.url for call in desk.webhooks.calls.called] in ([UP, DOWN], [DOWN, UP])
    assert desk.clock.now() - began <= TRIED_FOR + timedelta(seconds=20)
    assert {call.id.rpartition("-")[0] for call in desk.webhooks.calls.called} == {fact["detail"]["metadata"]["id"]}
    assert len({call.body for call in desk.webhooks.calls.called}) == 1


def test_who_stays_down_is_a_fault_after_a_day(desk: Desk, fact: Event):
    """Lambda then keeps the event where `helpdesk replay` finds it."""
    desk.webhooks.calls.down = {DOWN}
    began = desk.clock.now()
    with pytest.raises(WebhookError):
        play(desk, fact, None)
    assert began + TRIED_FOR <= desk.clock.now() <= began + TRIED_FOR + timedelta(minutes=1)
    assert [call.url for call in desk.webhooks.calls.called] == [UP]
    desk.webhooks.calls.down.clear()
    (last, _) = list(desk.webhooks.retries.to_call_again.values())[-1]
    invoke("call_webhook", last)
    assert [call.url for call in desk.webhooks.calls.called] == [UP, DOWN]


def test_what_comes_twice_is_tried_again_once(desk: Desk, fact: Event):
    desk.webhooks.calls.down = {DOWN}
    for _ in range(2):
        invoke("call_webhook", fact)
        desk.clock.pause(15)
    ((event, wait_seconds),) = desk.webhooks.retries.to_call_again.values()
    assert (wait_seconds, event["again"]["tries"]) == (60, 1)
    assert event.keys() == workflow("retry_webhook.not_taken")["event"].keys()


def test_time_that_runs_faster_waits_less(desk: Desk, fact: Event):
    desk.webhooks.calls.down = {DOWN}
    desk.clock.rate = 10.0
    invoke("call_webhook", fact)
    assert [wait for _, wait in desk.webhooks.retries.to_call_again.values()] == [6]


def test_one_execution_for_each_try(aws_desk: Desk):
    """Its name is taken from then on."""
    event = workflow("retry_webhook.not_taken")["event"]
    wanted = ("a-1", 60), ("a-1", 61), ("a-2", 60)
    assert [aws_desk.webhooks.retries.call_again(name, event, wait) for name, wait in wanted] == [True, False, True]


@pytest.mark.parametrize("bad", [UP, DOWN])
def test_a_fault_of_any_other_class_at_one_keeps_the_call_from_none_of_the_others(
    desk: Desk, fact: Event, monkeypatch: pytest.MonkeyPatch, bad: str
):
    """It is ours to mend, so the platform tries again and keeps the event; it is nothing to wait a day for."""
    call = MemoryWebhooks.call

    def broken(self: MemoryWebhooks, wanted: WebhookCall) -> None:
        if wanted.url == bad:
            raise KeyError("a header")
        call(self, wanted)

    with monkeypatch.context() as patch:
        patch.setattr(MemoryWebhooks, "call", broken)
        with pytest.raises(KeyError):
            invoke("call_webhook", fact)
    (other,) = {UP, DOWN} - {bad}
    assert [each.url for each in desk.webhooks.calls.called] == [other]
    assert desk.webhooks.retries.to_call_again == {}
    desk.clock.pause(60)
    invoke("call_webhook", fact)
    assert [each.url for each in desk.webhooks.calls.called] == [other, bad]


def test_who_is_down_beside_a_fault_of_ours_is_called_again_all_the_same(
    desk: Desk, fact: Event, monkeypatch: pytest.MonkeyPatch
):
    def broken(_: MemoryWebhooks, wanted: WebhookCall) -> None:
        raise WebhookError("It is down.") if wanted.url == DOWN else KeyError("a header")

    monkeypatch.setattr(MemoryWebhooks, "call", broken)
    with pytest.raises(KeyError):
        invoke("call_webhook", fact)
    assert len(desk.webhooks.retries.to_call_again) == 1


def test_all_who_stayed_down_are_named(desk: Desk, fact: Event):
    desk.webhooks.calls.down = {UP, DOWN}
    with pytest.raises(WebhookError) as raised:
        play(desk, fact, None)
    assert UP in str(raised.value)
    assert DOWN in str(raised.value)
