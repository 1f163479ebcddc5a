"""A ladder on the deployed stack: told, acknowledged, over."""

import pytest

from tests.stack.local_stack import LocalStack, wait_until

pytestmark = pytest.mark.stack


def taken(stack: LocalStack, ticket_id: str) -> list[str]:
    timeline = stack.client("agent1@demo.example").get(f"/api/tickets/{ticket_id}").json()["timeline"]
    return [entry["type"] for entry in timeline if entry["type"] == "LadderStepTaken"]


def executions(stack: LocalStack, ticket_id: str) -> list[str]:
    client = stack.aws("stepfunctions")
    (arn,) = [
        machine["stateMachineArn"]
        for machine in client.list_state_machines()["stateMachines"]
        if machine["name"].endswith("-escalation")
    ]
    found = client.list_executions(stateMachineArn=arn)["executions"]
    return [execution["status"] for execution in found if execution["name"].startswith(ticket_id)]


def test_p1_is_told_to_those_on_call_until_an_agent_answers(stack: LocalStack):
    agent = stack.client("agent1@demo.example")
    urgent = {"subject": "Everything is down", "description": "All of it.", "impact": "high", "urgency": "high"}
    ticket_id = agent.post("/api/tickets", json=urgent).json()["id"]
    wait_until(lambda: taken(stack, ticket_id))
    wait_until(lambda: executions(stack, ticket_id) == ["RUNNING"])
    assert agent.post(f"/api/tickets/{ticket_id}/acknowledgements", json={}).status_code == 201
    wait_until(lambda: executions(stack, ticket_id) == ["SUCCEEDED"])


def test_a_ticket_that_is_solved_is_told_to_nobody_any_more(stack: LocalStack):
    agent = stack.client("agent1@demo.example")
    urgent = {"subject": "Everything is down", "description": "Again.", "impact": "high", "urgency": "high"}
    ticket_id = agent.post("/api/tickets", json=urgent).json()["id"]
    wait_until(lambda: executions(stack, ticket_id) == ["RUNNING"])
    assert agent.post(f"/api/tickets/{ticket_id}/transitions", json={"state": "solved"}).status_code == 200
    wait_until(lambda: executions(stack, ticket_id) == ["SUCCEEDED"])
