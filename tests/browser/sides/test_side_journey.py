"""A vendor is asked beside a ticket, from the agent's window to their mail and back; who asked sees none of it."""

import re
import smtplib
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, by_form, guest, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]

VERA = "vera@vendor.example"


def answers(stack: LocalStack, text: str) -> None:
    """As a mail program does: to where the mail says, with what it referred to."""
    asked = dict(stack.wait_for_mail(VERA)["headers"])
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Vera <{VERA}>", asked["Reply-To"], f"Re: {asked['Subject']}"
    mail["Message-ID"], mail["References"] = "<answer@vendor.example>", asked["References"]
    mail.set_content(text)
    found = re.search(r"[^<\s]+@[^>\s]+", asked["Reply-To"])
    assert found
    with smtplib.SMTP("127.0.0.1", stack.smtp_port) as smtp:
        smtp.sendmail(VERA, [found[0]], mail.as_bytes())


def test_a_vendor_answers_beside_the_ticket_and_who_asked_sees_nothing(stack: LocalStack, visit: Visit):
    created = by_form(stack, subject="The plotter has no ink")
    number = created["id"]
    agent = visit(stack, "/agent", by=AGENT)
    agent.goto(f"/agent/tickets/{number}")
    expect(agent.get_by_role("region", name="Side conversations")).to_be_visible()
    agent.keyboard.press("V")
    beside = agent.get_by_role("region", name="What to write beside the ticket")
    beside.get_by_label("To", exact=True).fill(VERA)
    beside.get_by_label("Subject").fill("Ink for a plotter")
    expect(beside.get_by_text(re.compile(f"^To {VERA}, not to "))).to_be_visible()
    beside.get_by_label(f"Message to {VERA}").fill("SECRET what does it cost?")
    agent.keyboard.press("Control+Enter")
    agent.get_by_role("button", name="Send now").click()
    expect(agent.get_by_role("heading", name="Ink for a plotter")).to_be_visible()

    answers(stack, "SECRET 40 euros.")
    messages = agent.get_by_role("list", name="Messages of the side conversation")
    expect(messages.get_by_text("SECRET 40 euros.")).to_be_visible()
    agent.keyboard.press("Escape")
    agent.keyboard.press("r")
    agent.get_by_label(re.compile("^Reply to")).fill("Ink comes tomorrow.")
    agent.keyboard.press("Control+Enter")
    agent.get_by_role("button", name="Send now").click()
    expect(agent.get_by_role("article").get_by_text("Ink comes tomorrow.")).to_be_visible()

    assert [entry["visibility"] for entry in ticket(stack, number)["timeline"] if "side" in entry["data"]] == [
        "internal",
        "internal",
    ]
    stack.wait_for_mail(created["email"], number)
    link = guest(stack, created)
    theirs = stack.client().get("/api/portal/ticket", headers=link).text
    assert "Ink comes tomorrow." in theirs
    assert "SECRET" not in theirs
    assert VERA not in theirs
    mailed = stack.mails(created["email"])
    assert any("Ink comes tomorrow." in mail["text"] for mail in mailed)
    assert not any("SECRET" in mail["text"] + mail["subject"] for mail in mailed)
