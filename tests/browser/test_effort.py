"""How many keys a change of a ticket takes, beyond the words one types; calls have theirs in test_calls."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Final

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.hands import Hands
from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
LIST: Final = "/agent/teams/service-desk?words=Portcullis"
# What is promised; keys that are pressed together are one.
PROMISED: Final = {
    "priority": 2,
    "state": 2,
    "assignee": 2,
    "wait until tomorrow": 2,
    "escalate": 3,
    "next": 1,
    "reply and solve": 2,
}


@pytest.fixture
def three(stack: LocalStack) -> None:
    """Tickets of a colleague: what nobody has, the desk would give to somebody while keys are counted."""
    desk = stack.client(AGENT)
    for n in range(3):
        draft = {"subject": f"Portcullis {n} is stuck", "description": "Since Monday.", "requester": "gus@gate.example"}
        number = desk.post("/api/tickets", json=draft).json()["id"]
        assert desk.patch(f"/api/tickets/{number}", json={"assignee": "lead"}).status_code == 200


@pytest.mark.usefixtures("three")
def test_what_one_does_most_takes_the_keys_that_are_promised(stack: LocalStack, visit: Visit):
    agent = visit(stack, "/agent", by=AGENT)
    agent.goto(LIST)
    rows = agent.locator("[data-ticket]")
    expect(rows).to_have_count(3)
    first, second, third = (str(row.get_attribute("data-ticket")) for row in rows.all())
    hands, spent = Hands(agent), dict[str, int]()
    hands.press("j", "Enter")
    shown(agent, first)

    @contextmanager
    def task(name: str) -> Iterator[None]:
        """A change has ended when the page knows it: until then it takes no other of that ticket."""
        before = hands.strokes
        with agent.expect_response(is_change) if name != "next" else nullcontext() as change:
            yield
        assert change is None or change.value.ok, f"{name}: {change.value.text()}"
        spent[name] = hands.strokes - before

    def becomes(number: str, field: str, value: object) -> None:
        wait_until(lambda: ticket(stack, number)[field] == value)
        expect(agent.get_by_role("menu").or_(agent.get_by_role("dialog"))).to_have_count(0)

    with task("priority"):
        hands.press("p", "1")
    becomes(first, "priority", "P1")
    with task("state"):
        hands.press("s", "1")
    becomes(first, "state", "open")
    with task("assignee"):
        hands.press("a")
        expect(agent.get_by_label("Find a person of the team")).to_be_focused()
        hands.press("Enter")
    wait_until(
        lambda: (ticket(stack, first)["assignee"] or {}).get("name") == "Alex Agent",
        why_not=lambda: str(ticket(stack, first)),
    )
    with task("wait until tomorrow"):
        hands.press("w", "2")
    becomes(first, "state", "pending")
    assert ticket(stack, first)["until"] == ticket(stack, first)["mornings"]["next"]
    with task("escalate"):
        escalate(hands)
    becomes(first, "level", "L2")
    expect(agent.get_by_text("The chain is beyond us")).to_be_visible()
    with task("next"):
        hands.press("j")
    shown(agent, second)
    with task("reply and solve"):
        hands.press("r")
        hands.type("It is mended.")
        hands.press("Control+Shift+Enter")
    shown(agent, third)
    becomes(second, "state", "solved")
    assert spent == PROMISED


def escalate(hands: Hands) -> None:
    hands.press("e")
    expect(hands.page.get_by_label("Why does it need more than we can do here?")).to_be_focused()
    hands.type("The chain is beyond us")
    hands.press("Tab")
    hands.type("Oil")
    hands.press("Control+Enter")


def is_change(answer: Response) -> bool:
    return answer.request.method in {"POST", "PATCH"} and "/api/tickets/" in answer.url


def shown(page: Page, number: str) -> None:
    expect(page.get_by_role("region", name="Ticket").get_by_text(number).first).to_be_visible()
