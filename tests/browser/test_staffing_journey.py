"""A lead plans who works when, and sees the tickets go by it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import LEAD, make_room, opened, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def owner_of(stack: LocalStack, number: str) -> str | None:
    assignee = ticket(stack, number)["assignee"]
    return assignee and str(assignee["name"])


def plan_of(lead: Page, name: str) -> None:
    """From wherever one is to somebody's plan, as one clicks there."""
    lead.get_by_role("link", name="Settings").click()
    lead.get_by_role("main").get_by_role("link", name="Service desk").click()
    lead.get_by_role("table").get_by_role("link", name=name).click()
    expect(lead.get_by_role("heading", level=1, name=name)).to_be_visible()


def saved(lead: Page) -> None:
    lead.get_by_role("button", name="Save", exact=True).click()
    expect(lead.get_by_text("Everything is saved")).to_be_visible()


@pytest.fixture
def plans(stack: LocalStack) -> Iterator[None]:
    """Others work on this stack too: who was planned is free again after."""
    yield
    make_room(stack)


@pytest.mark.usefixtures("plans")
def test_a_lead_plans_a_shift_and_an_absence_and_the_tickets_follow(stack: LocalStack, visit: Visit):
    lead = visit(stack, "/agent", by=LEAD)
    plan_of(lead, "Lee Lead")  # takes nothing, so that the agent has the ticket
    lead.get_by_label("Tickets at once").fill("0")
    saved(lead)
    number = opened(stack, "The badge reader blinks red")
    wait_until(lambda: owner_of(stack, number) == "Alex Agent")
    plan_of(lead, "Lee Lead")
    lead.get_by_label("Tickets at once").fill("200")
    saved(lead)

    watching = lead.context.new_page()  # the queue, beside the plan
    watching.goto("/agent/teams/service-desk")
    row = watching.get_by_role("row", name=re.compile("The badge reader blinks red"))
    expect(row).to_contain_text("Alex Agent")

    plan_of(lead, "Alex Agent")
    lead.get_by_label("No shift: can be given work at any time").uncheck(force=True)
    for day in ("Saturday", "Sunday"):
        lead.get_by_role("button", name=f"{day} as the day before").click()
    lead.get_by_role("button", name="Add an absence").click()
    lead.get_by_role("combobox", name="Substitute").click()
    lead.get_by_role("option", name="Lee Lead").click()
    saved(lead)

    expect(row).to_contain_text("Lee Lead")  # by itself, in the other window
    lead.get_by_role("link", name="Service desk").first.click()
    fresh = opened(stack, "The gate does not open")
    expect(watching.get_by_role("row", name=re.compile("The gate does not open"))).to_contain_text("Lee Lead")
    assert owner_of(stack, fresh) == "Lee Lead"

    lead.goto("/agent/settings/people/agent1")
    expect(lead.get_by_label("Monday from")).to_have_value("08:00")
    expect(lead.get_by_role("combobox", name="Substitute")).to_have_value("Lee Lead")
