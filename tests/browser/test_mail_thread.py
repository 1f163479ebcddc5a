"""A mail with a file and a picture is read and answered by an agent, and what is answered to that comes back there."""

import re
from base64 import b64decode
from collections.abc import Callable
from email.utils import parseaddr

import pytest
from playwright.sync_api import Page, Route, expect

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.mails import a_mail, send, taken, with_mailbox
from tests.stack.people import AGENT

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]

INES = "Ines <ines@mail.example>"
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
ELSEWHERE = "https://cdn.example/logo.png"
WIDTH = "picture => picture.complete && picture.naturalWidth"


def test_a_mail_with_a_picture_is_answered_and_its_thread_stays_one_ticket(stack: LocalStack, visit: Visit):
    with_mailbox(stack)
    mail = a_mail(INES, "The printer says this:", subject="A light blinks")
    mail.add_alternative(
        '<p>The printer says <b>this</b>:</p><p><img src="cid:light@mail" alt="light"></p>'
        f'<a href="https://shop.example/"><img src="{ELSEWHERE}" alt="Logo"></a>',
        "html",
    )
    mail.get_payload()[1].add_related(PICTURE, "image", "png", cid="<light@mail>", filename="light.png")  # type: ignore[index,union-attr]
    mail.add_attachment(b"%PDF-1.4 a bill", maintype="application", subtype="pdf", filename="bill.pdf")
    send(stack, mail)
    (first,) = taken(stack, mail, "message")

    page = visit(stack, "/agent", by=AGENT)
    asked = played(page)
    page.goto(f"/agent/tickets/{first['ticket']}")
    expect(page.get_by_role("heading", name="A light blinks")).to_be_visible()
    said = page.get_by_role("article").filter(has_text="The printer says this:")
    picture = said.get_by_role("img", name="light")
    expect(picture).to_be_visible()
    assert picture.evaluate(WIDTH) == 1
    expect(said.get_by_role("button", name=re.compile(r"bill\.pdf"))).to_be_visible()
    assert asked == []
    said.get_by_role("button", name="Show pictures of this message").click()
    logo = said.get_by_title("Logo")
    expect(logo.content_frame.get_by_role("img")).to_have_js_property("naturalWidth", 1)
    expect(logo).to_have_css("width", "1px")
    (request,) = asked
    assert not {"referer", "cookie"} & set(request)

    page.keyboard.press("r")
    page.get_by_role("textbox", name="Reply to Ines").fill("Please press the light.")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_role("article").get_by_text("Please press the light.")).to_be_visible()

    acknowledged, answered = (answer_with(stack, words) for words in ("", "Please press the light."))
    assert answered["References"] == answered["In-Reply-To"] == acknowledged["References"]
    assert parseaddr(answered["Reply-To"])[1].startswith("help+")

    again = a_mail(INES, "Now it is dark.", subject="Re: something", In_Reply_To=answered["Message-ID"])
    send(stack, again)
    (second,) = taken(stack, again, "message")
    assert second["ticket"] == first["ticket"]
    expect(page.get_by_role("article").get_by_text("Now it is dark.")).to_be_visible()


def played(page: Page) -> list[dict[str, str]]:
    """The headers with which the picture of another server is asked for."""
    asked: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        asked.append(route.request.all_headers())
        route.fulfill(body=PICTURE, content_type="image/png")

    page.route(ELSEWHERE, answer)
    return asked


def answer_with(stack: LocalStack, words: str) -> dict[str, str]:
    """The headers of our first mail to her that says this."""
    address = parseaddr(INES)[1]
    found = wait_until(lambda: [mail for mail in stack.mails(address) if words in mail["text"]])
    return dict(found[-1]["headers"])
