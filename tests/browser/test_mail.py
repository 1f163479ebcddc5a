"""Mail that is held, let in by a press on its page, and what became of the answer to it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.mails import a_mail, send, taken, with_mailbox

pytestmark = [pytest.mark.stack, pytest.mark.browser]
ADMIN = "admin@demo.example"
Visit = Callable[..., Page]


def test_a_held_mail_becomes_a_ticket_that_tells_that_its_answer_came_back(stack: LocalStack, visit: Visit):
    with_mailbox(stack)
    sender = "Sam <bounce+held@simulator.amazonses.com>"
    mail = a_mail(sender, "It smokes, see https://bad.example", subject="Smoke", X_Local_Verdicts="spam=FAIL")
    send(stack, mail)
    taken(stack, mail, "quarantine")
    page = visit(stack, "/agent/settings/mails", by=ADMIN)
    page.goto("/agent/settings/mails")
    page.get_by_role("link", name="Smoke").click()
    expect(page.get_by_text("It is held: it looks like spam.")).to_be_visible()
    words = page.get_by_role("region", name="Text of the mail")
    expect(words).to_contain_text("https://bad.example")
    expect(words.get_by_role("link")).to_have_count(0)
    page.get_by_role("button", name="Make a ticket of it").click()
    page.get_by_role("dialog").get_by_role("button", name="Make a ticket of it").click()
    made = page.get_by_role("status").filter(has_text="It stands here now")
    made.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Smoke")).to_be_visible()
    expect(page.get_by_text("It smokes, see")).to_be_visible()
    page.keyboard.press("r")
    page.get_by_role("textbox", name="Reply to Sam").fill("Put water on it.")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_text("did not arrive")).to_be_visible()
    page.get_by_role("button", name="Show what was sent").click()
    expect(page.get_by_role("list", name="Mail sent").get_by_text("came back")).to_be_visible()
