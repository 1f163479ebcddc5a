"""Ladders as workflows: each step once whoever comes first, and whoever answers ends them."""

import json
import time
from datetime import timedelta

import pytest
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.ladders.hooks import GRACE
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.sla.settings.document import as_written, revise
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.webhooks import actions as webhooks
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Scale
from helpdesk.foundation.platform.aws import client as aws_client

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message
from tests.facts import facts_of
from tests.infrastructure import _state_machine
from tests.lambdas import invoke

ADA = an_agent("Ada")
PAGE = "page@1:created"
HOOKS = [{"webhook": "https://one.example/a"}, {"webhook": "https://two.example/b"}]


def an_urgent_ticket(desk):
    staff(desk, ADA)
    return open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)


def use(desk, *steps, **ladder):
    current = desk.settings.now("sla")
    file = {"id": "page", "when": {"created": ["P1"]}, "steps": list(steps), **ladder}
    after = revise({**as_written(current), "ladders": [file]}, current, desk.clock.now(), "alex")
    desk.settings.save(current, after)


def steps(desk, ticket):
    return [entry for entry in desk.tickets.entries(ticket.id) if entry.type == "LadderStepTaken"]


def call(ticket):
    return Wish(ticket_id=ticket.id, by=ADA.as_actor())


def acknowledge(desk, ticket):
    return ladders.acknowledge(desk, call(ticket)).ticket


def told_of_endings(desk, ticket):
    """What the bus would tell of ladders that ended is told."""
    for fact in facts_of(desk, ticket.id, "TicketAcknowledged", "LaddersEnded"):
        ladders.end(desk, ticket.id, fact["detail"]["data"]["climbs"])


def a_waiting_ticket(desk):
    ticket = an_urgent_ticket(desk)
    ladders.climb(desk, ticket.id, PAGE)
    ladders.wait_for_answer(desk, ticket.id, PAGE, "token-1")
    return ticket


def test_the_step_that_is_due_is_taken_and_the_next_waited_for(desk):
    ticket = an_urgent_ticket(desk)
    assert ladders.climb(desk, ticket.id, PAGE) == ladders.Rest(over=False, wait_seconds=900)
    assert ladders.climb(desk, ticket.id, PAGE) == ladders.Rest(over=False, wait_seconds=900)
    assert [step.event.step for step in steps(desk, ticket)] == [0]


def test_a_lost_workflow_is_made_up_for_by_the_ticket_s_own_timer(desk):
    ticket = an_urgent_ticket(desk)
    assert desk.tickets.get(ticket.id).promise.wake_at == ticket.created_at + GRACE
    desk.clock.advance(GRACE)
    ringing.ring(desk, ticket.id)
    assert [step.event.step for step in steps(desk, ticket)] == [0]
    assert ladders.climb(desk, ticket.id, PAGE).wait_seconds == 900


def handed_back(desk, ticket):
    escalation.escalate(desk, call(ticket), None, "Too hard", "Everything")
    escalation.deescalate(desk, call(ticket), None, "Restart it", needless=False)


def solved_with_the_answer(desk, ticket):
    tickets.write(desk, call(ticket), a_message(state="solved"))


def cancelled(desk, ticket):
    tickets.move(desk, call(ticket), "cancelled", "Twice")


@pytest.mark.parametrize("ends", [acknowledge, solved_with_the_answer, cancelled, handed_back])
def test_what_waits_ends_at_once_when_somebody_has_answered(memory_desk, ends):
    desk = memory_desk
    ticket = a_waiting_ticket(desk)
    ends(desk, ticket)
    told_of_endings(desk, ticket)
    assert desk.ladders.workflows.answered == ["token-1"]
    assert desk.tickets.get(ticket.id).climbs == ()
    assert ladders.climb(desk, ticket.id, PAGE).over


def test_a_change_that_ends_no_ladder_says_nothing_of_any(memory_desk):
    desk = memory_desk
    ticket = a_waiting_ticket(desk)
    tickets.write(desk, call(ticket), a_message())
    escalation.escalate(desk, call(ticket), None, "Too hard", "Everything")
    acknowledge(desk, ticket)
    tickets.move(desk, call(ticket), "solved")
    happened = [entry.type for entry in desk.tickets.entries(ticket.id)]
    assert (happened.count("TicketAcknowledged"), happened.count("LaddersEnded")) == (1, 0)


def test_only_the_ladder_that_ended_is_answered_for(memory_desk):
    desk = memory_desk
    ticket = a_waiting_ticket(desk)
    desk.ladders.tokens.hold(ticket.id, "managers@2:resolution:1:75%", "other")
    assert ladders.end(desk, ticket.id, [PAGE]) == 1
    assert desk.ladders.workflows.answered == ["token-1"]


def test_an_answer_that_came_before_the_token_ends_the_wait_at_once(memory_desk):
    desk = memory_desk
    ticket = an_urgent_ticket(desk)
    ladders.climb(desk, ticket.id, PAGE)
    acknowledge(desk, ticket)
    ladders.wait_for_answer(desk, ticket.id, PAGE, "token-1")
    assert desk.ladders.workflows.answered == ["token-1"]


def test_tokens_are_kept_one_for_each_ladder(desk):
    ticket = an_urgent_ticket(desk)
    for climb, token in ((PAGE, "old"), (PAGE, "new"), ("managers@2:resolution:1:75%", "other")):
        desk.ladders.tokens.hold(ticket.id, climb, token)
    assert desk.ladders.tokens.held(ticket.id) == {PAGE: "new", "managers@2:resolution:1:75%": "other"}
    assert [entry.type for entry in desk.tickets.entries(ticket.id)] == ["TicketCreated", "LadderStarted"]


def test_a_ladder_is_over_when_the_ticket_is_finished(desk):
    ticket = an_urgent_ticket(desk)
    tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), "solved")
    assert ladders.climb(desk, ticket.id, PAGE).over
    assert steps(desk, ticket) == []


def test_other_systems_are_called_once_with_an_id_that_stays(memory_desk):
    desk = memory_desk
    use(desk, {"actions": HOOKS})
    ticket = an_urgent_ticket(desk)
    ladders.climb(desk, ticket.id, "page@2:created")
    (step,) = steps(desk, ticket)
    told = webhooks.Told(ticket_id=ticket.id, version=step.version, entry_id=step.id, body="{}")
    assert [webhooks.call(desk, told, {}, None) for _ in range(3)] == [2, 0, 0]
    assert [(call.id, call.url) for call in desk.webhooks.calls.called] == [
        (f"{step.id}-0", "https://one.example/a"),
        (f"{step.id}-1", "https://two.example/b"),
    ]


@pytest.fixture
def engine(aws_desk, serve, monkeypatch):
    """The real definition on moto's engine, with the functions' own handlers. Time passes with the engine."""
    from moto.core.config import default_user_config  # noqa: PLC0415
    from moto.stepfunctions.parser.asl.component.state.exec.state_task import lambda_eval_utils  # noqa: PLC0415

    called = []

    def invoke_function(parameters, **_):
        name = {"${ClimbLadder}": "climb_ladder", "${AwaitAnswer}": "await_answer"}[parameters["FunctionName"]]
        called.append(name)
        if name == "climb_ladder" and len(called) > 1:
            aws_desk.clock.advance(timedelta(seconds=2))
        return {"Payload": invoke(name, json.loads(parameters["Payload"])), "StatusCode": 200}

    monkeypatch.setitem(default_user_config, "stepfunctions", {"execute_state_machine": True})
    monkeypatch.setattr(lambda_eval_utils, "_invoke_lambda_function", invoke_function)
    serve(aws_desk)
    _state_machine("escalation")
    return called


def ended(ticket, patience=20.0):
    """How the ticket's only execution ended."""
    client = aws_client("stepfunctions")
    (machine,) = [m for m in client.list_state_machines()["stateMachines"] if m["name"].endswith("-escalation")]
    until = time.monotonic() + patience
    while time.monotonic() < until:
        (execution,) = client.list_executions(stateMachineArn=machine["stateMachineArn"])["executions"]
        if execution["status"] != "RUNNING":
            return execution["status"]
        time.sleep(0.1)
    return "RUNNING"


def test_on_the_engine_a_step_follows_when_nobody_answers_in_time(aws_desk, engine):
    notify = [{"notify": "on_call"}]
    use(aws_desk, {"actions": notify}, {"after_seconds": 1, "actions": notify}, {"after_seconds": 1, "actions": notify})
    ticket = an_urgent_ticket(aws_desk)
    for _ in range(2):  # a second start of what runs is the first one
        ladders.start(aws_desk, ticket.id, "page@2:created")
    assert ended(ticket) == "SUCCEEDED"
    assert [step.event.step for step in steps(aws_desk, ticket)] == [0, 1, 2]
    assert engine == ["climb_ladder", "await_answer", "climb_ladder", "await_answer", "climb_ladder"]


def test_on_the_engine_an_acknowledgement_ends_the_wait(aws_desk, engine):
    ticket = an_urgent_ticket(aws_desk)
    ladders.start(aws_desk, ticket.id, PAGE)
    until = time.monotonic() + 10
    while not aws_desk.ladders.tokens.held(ticket.id) and time.monotonic() < until:
        time.sleep(0.1)
    acknowledge(aws_desk, ticket)
    told_of_endings(aws_desk, ticket)
    assert ended(ticket) == "SUCCEEDED"
    assert [step.event.step for step in steps(aws_desk, ticket)] == [0]
