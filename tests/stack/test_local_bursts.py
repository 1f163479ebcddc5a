"""Many at once: who asks is answered or told when to come back, and what follows from the answers gets done."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT

pytestmark = [pytest.mark.stack, pytest.mark.timeout(600)]
TICKETS = 20
REPLIES = 240
# Seconds. What is counted are answers and mails, not how long they take.
PATIENCE = 400.0


@pytest.fixture
def numbers(stack: LocalStack) -> Iterator[list[str]]:
    """Tickets, which are solved in the end: others find the people of this stack with room for theirs."""
    agent = stack.client(AGENT)
    drafts = [{"subject": "Burst", "description": "x", "requester": f"burst{it}@home.example"} for it in range(TICKETS)]
    opened = [agent.post("/api/tickets", json=draft).json()["id"] for draft in drafts]
    yield opened
    for number in opened:
        assert agent.post(f"/api/tickets/{number}/transitions", json={"state": "solved"}).status_code == 200


def test_a_burst_of_replies_is_answered_and_every_one_is_mailed(stack: LocalStack, numbers: list[str]) -> None:
    with ThreadPoolExecutor(1) as apart:  # the browser of other tests has a loop in this thread
        answers = apart.submit(asyncio.run, _at_once(stack, numbers)).result()
    refused = [answer for answer in answers if answer.status_code != 201]
    assert [answer.text for answer in refused if answer.headers["content-type"] != "application/problem+json"] == []
    assert len(refused) < REPLIES / 20, refused[0].text

    written = {position for position, answer in enumerate(answers) if answer.status_code == 201}
    wait_until(lambda: written <= _mailed(stack), PATIENCE, lambda: f"not mailed: {written - _mailed(stack)}")
    assert "timed out after" not in (stack.data / "stack.log").read_text()


async def _at_once(stack: LocalStack, numbers: list[str]) -> list[httpx.Response]:
    headers = {"authorization": f"Bearer {stack.token(AGENT)}"}
    limits = httpx.Limits(max_connections=REPLIES)
    async with httpx.AsyncClient(base_url=stack.base_url, headers=headers, timeout=PATIENCE, limits=limits) as client:
        replies = (
            client.post(
                f"/api/tickets/{numbers[position % TICKETS]}/messages",
                json={"body": f"Reply number {position}.", "visibility": "public"},
            )
            for position in range(REPLIES)
        )
        return list(await asyncio.gather(*replies))


def _mailed(stack: LocalStack) -> set[int]:
    mails = [path.read_text() for path in (stack.data / "mail").glob("*.eml")]
    return {int(number) for mail in mails for number in re.findall(r"Reply number (\d+)\.", mail)}
