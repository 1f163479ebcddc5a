"""send_briefing: hands on whose report is to be sent."""

from helpdesk.channels.briefings.rules.briefing import Errand
from helpdesk.foundation.desk import Desk
from msgspec import convert, to_builtins

from tests.samples import workflow
from tests.workflows.machines import Machines

DUE = workflow("send_briefing.due")


def test_the_example_is_what_it_is_started_with():
    assert to_builtins(convert(DUE, Errand)) == DUE


def test_it_hands_the_errand_on_without_waiting_for_it(desk: Desk, machines: Machines):
    run = machines.run("send_briefing", DUE)
    assert (run.status, run.states, machines.called) == ("SUCCEEDED", ["SendBriefing"], [DUE])


def test_an_errand_that_lambda_does_not_take_ends_in_a_named_failure(desk: Desk, machines: Machines):
    machines.fault = lambda _: RuntimeError("broken")
    run = machines.run("send_briefing", DUE)
    assert (run.status, run.error, len(machines.called)) == ("FAILED", "BriefingFailed", 13)
