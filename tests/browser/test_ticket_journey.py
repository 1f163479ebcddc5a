"""What agents do on the page of a ticket beside answering it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, SECOND_LEVEL, opened, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def test_an_answer_from_above_becomes_a_note_that_the_first_level_finds(stack: LocalStack, visit: Visit):
    number = opened(stack, "The plotter draws circles", category="hardware")
    up = {"reason": "Needs an engineer", "tried": "Turned it off and on"}
    assert stack.client(AGENT).post(f"/api/tickets/{number}/escalations", json=up).status_code == 201
    above = visit(stack, f"/agent/tickets/{number}", by=SECOND_LEVEL)
    above.goto(f"/agent/tickets/{number}")
    above.get_by_role("button", name="Send back").click()
    dialog = above.get_by_role("dialog")
    dialog.get_by_label("Answer for the lower level").fill("Set the origin to the lower left corner.")
    dialog.get_by_label("Keep the answer as a note for L1").check()
    dialog.get_by_label("Title of the note").fill("Plotters and circles")
    dialog.get_by_role("button", name="Send back").click()
    expect(dialog).to_have_count(0)
    expect(above.get_by_text("Set the origin to the lower left corner.").first).to_be_visible()

    below = visit(stack, "/agent", by=AGENT)
    below.goto(f"/agent/tickets/{opened(stack, 'A plotter does it again', category='hardware')}")
    below.get_by_text("Plotters and circles").click()
    below.get_by_role("button", name="Use in reply").click()
    expect(below.get_by_label("Reply to robin@desk.example")).to_contain_text("lower left corner")


def test_a_ticket_waits_for_a_vendor_until_it_does_not_and_is_handed_over(stack: LocalStack, visit: Visit):
    number = opened(stack, "The lift plays music")
    # Whoever had the least to do was given it, perhaps the very one whom it is handed over to.
    mine = stack.client(AGENT).patch(f"/api/tickets/{number}", json={"assignee": "agent1"})
    assert mine.status_code == 200, mine.text
    agent = visit(stack, "/agent", by=AGENT)
    agent.goto(f"/agent/tickets/{number}")
    agent.get_by_role("button", name="Wait until").click()
    dialog = agent.get_by_role("dialog")
    dialog.get_by_role("combobox", name="State").click()
    agent.get_by_role("option", name="On hold").click()
    dialog.get_by_label("Vendor it waits for").fill("lifts-r-us")
    dialog.get_by_role("button", name="Set").click()
    expect(agent.get_by_text("waits for lifts-r-us")).to_be_visible()
    agent.get_by_role("button", name="Wait until").click()
    dialog.get_by_label("Vendor it waits for").fill("")
    dialog.get_by_role("button", name="Set").click()
    expect(agent.get_by_text("waits for lifts-r-us")).to_have_count(0)
    assert (ticket(stack, number)["state"], ticket(stack, number)["vendor"]) == ("on_hold", None)

    agent.get_by_role("button", name="Hand over").click()
    dialog.get_by_role("combobox", name="To whom").click()
    agent.get_by_role("option", name="Lee Lead").click()
    dialog.get_by_label("Where it stands").fill("The engineer was here twice.")
    dialog.get_by_role("button", name="Hand over").click()
    expect(dialog).to_have_count(0)
    expect(agent.get_by_text("The engineer was here twice.")).to_be_visible()
    assert ticket(stack, number)["assignee"]["name"] == "Lee Lead"
