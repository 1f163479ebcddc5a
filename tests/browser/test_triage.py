"""A morning's work without a mouse: twenty tickets, one after the other, each with what it needs."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hands
from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
MANY: Final = 20
# What is drawn comes late, as on a busy machine: keys do not wait for it.
LATE: Final = """const soon = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (draw) => setTimeout(() => soon(draw), 100);"""
LIST: Final = "/agent/teams/service-desk?words=Sluice"


def solved(hands: Hands) -> None:
    hands.press("r")
    hands.type("It is mended.")
    hands.press("Control+Shift+Enter")  # the next one opens by itself


def put_off(hands: Hands) -> None:
    hands.press("w", "2")
    expect(hands.page.get_by_role("dialog")).to_have_count(0)  # it stays until the day is kept
    hands.press("j")


WORK: Final[tuple[tuple[Callable[[Hands], None], Callable[[Mapping[str, Any]], bool]], ...]] = (
    (lambda hands: hands.press("t", "j"), lambda seen: seen["assignee"]["name"] == "Alex Agent"),
    (lambda hands: hands.press("s", "1", "j"), lambda seen: seen["state"] == "open"),
    (lambda hands: hands.press("p", "1", "j"), lambda seen: seen["priority"] == "P1"),
    (solved, lambda seen: seen["state"] == "solved"),
    (put_off, lambda seen: seen["state"] == "pending"),
)


@pytest.fixture
def numbers(stack: LocalStack) -> list[str]:
    desk, found = stack.client(AGENT), []
    for n in range(MANY):
        draft = {"subject": f"Sluice {n:02d} drips", "description": "Since Monday.", "requester": "lou@lock.example"}
        answer = desk.post("/api/tickets", json=draft)
        assert answer.status_code == 201, answer.text
        found.append(str(answer.json()["id"]))
    for number in found[:: len(WORK)]:
        assert desk.patch(f"/api/tickets/{number}", json={"assignee": "lead"}).status_code == 200
    return found


def test_twenty_tickets_are_worked_through_without_a_mouse(stack: LocalStack, visit: Visit, numbers: list[str]):
    page = visit(stack, "/agent", by=AGENT)
    page.add_init_script(LATE)
    page.goto(LIST)
    expect(page.locator("[data-ticket]")).to_have_count(MANY)
    shown = page.locator("[data-ticket]").evaluate_all("(rows) => rows.map((row) => row.dataset.ticket)")
    assert sorted(shown) == sorted(numbers)
    hands = Hands(page)
    hands.press("j", "Enter")
    for number in shown:
        expect(page.get_by_role("region", name="Ticket").get_by_text(number).first).to_be_visible()
        work, _ = WORK[numbers.index(number) % len(WORK)]
        work(hands)
    wait_until(lambda: [n for n in numbers if not handled(stack, numbers, n)] == [])


def handled(stack: LocalStack, numbers: list[str], number: str) -> bool:
    _, is_done = WORK[numbers.index(number) % len(WORK)]
    return is_done(ticket(stack, number))
