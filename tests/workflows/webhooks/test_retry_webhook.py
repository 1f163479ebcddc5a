"""retry_webhook: wait, then hand on what another system did not take."""

from helpdesk.foundation.desk import Desk

from tests.samples import workflow
from tests.workflows.machines import Machines

NOT_TAKEN = workflow("retry_webhook.not_taken")


def test_it_waits_and_hands_the_event_on_without_waiting_for_it(desk: Desk, machines: Machines):
    run = machines.run("retry_webhook", NOT_TAKEN)
    assert (run.status, run.states) == ("SUCCEEDED", ["WaitForNextTry", "CallWebhook"])
    assert (machines.waits, machines.called) == ([NOT_TAKEN["wait_seconds"]], [NOT_TAKEN["event"]])


def test_an_event_that_lambda_does_not_take_ends_in_a_named_failure(desk: Desk, machines: Machines):
    machines.fault = lambda _: RuntimeError("broken")
    run = machines.run("retry_webhook", NOT_TAKEN)
    assert (run.status, run.error, len(machines.called)) == ("FAILED", "RetryFailed", 13)
