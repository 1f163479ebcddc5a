"""What people do, from the form to the solution, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT, link_in

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def send_request(page: Page, email: str, subject: str) -> str:
    """Fill in the public form and send it; the number on the page that follows."""
    page.get_by_label("Your name").fill("Robin Requester")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label("In a few words").fill(subject)
    page.get_by_label("What happened?").fill("It stopped this morning.\nI did nothing.")
    page.get_by_text("Several people").click()
    page.get_by_text("I cannot work").click()
    page.wait_for_timeout(2100)  # people take longer than two seconds; a form sent faster is refused
    page.get_by_role("button", name="Send request").click()
    expect(page.get_by_role("heading", name="Thank you, we have it.")).to_be_visible()
    return str(re.search(r"HD-[0-9A-Z]{8}", page.content()).group())  # type: ignore[union-attr]


def reply(desk: Page, number: str, name: str, words: str, how: str) -> None:
    """Write below the thread, with formatting, and send by its menu. The next ticket opens; who leaves the page sends
    what could still be had back.
    """
    desk.get_by_role("button", name=f"Reply to {name}").click()
    expect(desk.get_by_role("button", name="Bold")).to_be_visible()  # the field before it takes signs as they are
    desk.keyboard.type(words)
    desk.get_by_role("button", name="Send and change the state").click()
    desk.get_by_role("menuitem", name=how).click()
    expect(desk.get_by_text(f"Your message to {number} goes out").first).to_be_visible()
    desk.goto(f"/agent/tickets/{number}")


def test_from_the_form_to_the_solution(stack: LocalStack, visit: Visit):
    form = visit(stack, "/new")
    number = send_request(form, "robin@journey.example", "The scanner eats paper")
    form.get_by_role("link", name="What you sent").click()
    expect(form.get_by_role("heading", name="The scanner eats paper")).to_be_visible()
    receipt = stack.wait_for_mail("robin@journey.example", number)

    desk = visit(stack, "/agent", by=AGENT)
    desk.goto(f"/agent/tickets/{number}")
    expect(desk.get_by_role("heading", name="The scanner eats paper")).to_be_visible()
    reply(desk, number, "Robin Requester", "Please open the **flap** and look for a scrap.", "Send, wait for requester")
    expect(desk.get_by_text("Waits for requester").first).to_be_visible()

    def answer() -> str | None:
        text = stack.wait_for_mail("robin@journey.example", number)["text"]
        return text if "look for a scrap" in text else None

    home = visit(stack, link_in(wait_until(answer)))
    assert link_in(receipt["text"]).partition("#")[0] == link_in(answer() or "").partition("#")[0]
    expect(home.get_by_text("Please open the flap and look for a scrap.")).to_be_visible()
    expect(home.locator("strong", has_text="flap")).to_be_visible()
    home.get_by_label("Your answer to us").fill("There was a scrap. It works!")
    home.get_by_role("button", name="Send", exact=True).click()

    expect(desk.get_by_text("There was a scrap. It works!")).to_be_visible()  # live, without a reload
    reply(desk, number, "Robin Requester", "Glad to hear it.", "Send as solved")
    expect(desk.get_by_text("Solved").first).to_be_visible()
    home.reload()
    expect(home.get_by_text("We think this is solved.", exact=False)).to_be_visible()


def test_what_was_typed_survives_a_reload(stack: LocalStack, visit: Visit):
    page = visit(stack, "/new")
    page.get_by_label("What happened?").fill("A long story that must not be lost.")
    page.wait_for_timeout(600)
    page.reload()
    expect(page.get_by_label("What happened?")).to_have_value("A long story that must not be lost.")


def test_a_long_name_of_a_file_keeps_to_one_line_of_a_phone(stack: LocalStack, visit: Visit):
    page = visit(stack, "/new", viewport={"width": 390, "height": 740})
    name = "scan-of-all-pages-" * 11 + "march.txt"
    page.get_by_label("choose files").set_input_files({"name": name, "mimeType": "text/plain", "buffer": b"words"})
    expect(page.get_by_text("uploaded")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    shown = page.get_by_title(name)
    shown.scroll_into_view_if_needed()
    assert (shown.bounding_box() or {"height": 0})["height"] < 32
    expect(shown.locator("span").last).to_be_in_viewport(ratio=1)


def test_the_form_works_by_keyboard_alone_on_a_phone_in_german(stack: LocalStack, visit: Visit):
    page = visit(stack, "/new", viewport={"width": 360, "height": 740}, color_scheme="dark")
    page.get_by_label("Language").select_option("de")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wobei können wir helfen?")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    page.get_by_label("Ihr Name").focus()
    for words in ("Rosa Rot", "rosa@journey.example", "Drucker druckt leer"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.type("Seit heute morgen.")
    page.wait_for_timeout(2100)
    page.get_by_role("button", name="Anfrage senden").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("HD-[0-9A-Z]{8}")).first).to_be_visible()
    mail = stack.wait_for_mail("rosa@journey.example")
    assert "Ihre Anfrage" in mail["text"]
