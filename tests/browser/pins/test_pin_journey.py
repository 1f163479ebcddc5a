"""A note at the top of a ticket: pinned in a browser, and gone from it when somebody else takes it away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, SECOND_LEVEL, by_form, guest

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def test_what_one_pins_another_finds_and_takes_away_and_nobody_else_sees(stack: LocalStack, visit: Visit):
    created = by_form(stack, subject="The doorbell rings at night")
    path = f"/api/tickets/{created['id']}"
    agent = visit(stack, "/agent", by=AGENT)
    agent.goto(f"/agent/tickets/{created['id']}")
    expect(agent.get_by_role("heading", name="The doorbell rings at night")).to_be_visible()
    agent.get_by_role("button", name="More", exact=True).click()
    agent.get_by_role("menuitem", name="Pin a note").click()
    dialog = agent.get_by_role("dialog")
    dialog.get_by_label("Note").fill("Mind the dog.")
    dialog.get_by_role("button", name="Pin").click()
    note = agent.get_by_role("region", name="Pinned note")
    expect(note).to_contain_text("Mind the dog.")

    home = stack.client().get("/api/portal/ticket", headers=guest(stack, created))
    assert home.status_code == 200
    assert "Mind the dog." not in home.text

    colleague = stack.client(SECOND_LEVEL)
    assert colleague.get(path).json()["pin"]["text"] == "Mind the dog."
    assert colleague.put(f"{path}/pin", json={"text": ""}).status_code == 200
    expect(note).to_have_count(0)  # live, without a reload
