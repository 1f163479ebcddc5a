"""Files of an agent's answer go out with its mail, as many as fit; of the others the mail says where they are."""

from typing import Any

import pytest
from helpdesk.capabilities.attachments.ports import Upload
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.actions.change import LEASE
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


def upload(http: Gateway, desk: Desk, by: Person, content: bytes, name: str) -> dict[str, Any]:
    file = {"name": name, "size": len(content), "type": "image/png"}
    offered = http.post("/api/uploads", file, by=by).body
    desk.attachments.post(Upload(**offered), content)
    return file | {"id": offered["id"]}


def keep(desk: Desk, *names: str) -> None:
    """What keep_attachments does of the files of the ticket's messages with these names."""
    for entry in desk.tickets.entries(TicketId("HD-80000001")):
        for file in getattr(entry.event, "attachments", ()):
            if file.name in names:
                desk.attachments.keep(file.id)


def answered(http: Gateway, desk: Desk, by: Person, ticket: str, *files: dict[str, Any], **more: Any) -> Any:
    """The mail of an answer with these files."""
    message = {"body": "See the picture.", "attachments": list(files)} | more
    made = http.post(f"/api/tickets/{ticket}/messages", message, by=by)
    assert made.status == 201, made.text
    keep(desk, "smoke.png", "first.png", "second<b>.png", "secret.png")
    for fact in facts_of(desk, ticket, "MessageAdded"):
        invoke("notify_people", fact)
    return desk.notices.mailer.sent[-1] if desk.notices.mailer.sent else None


def test_a_file_goes_along_as_what_it_really_is(http: Gateway, desk: Desk, ada: Person, ticket: str):
    mail = answered(http, desk, ada, ticket, upload(http, desk, ada, PNG, "smoke.png"))
    assert [(file.name, file.type, file.content) for file in mail.files] == [("smoke.png", "image/png", PNG)]
    assert "Not attached" not in mail.text


@pytest.mark.parametrize("html", [None, "<p>See the <b>picture</b>.</p>"])
def test_what_does_not_fit_is_named(http: Gateway, desk: Desk, ada: Person, ticket: str, html: str | None):
    large = desk.settings.of(MAIL).attached_mb * 1_000_000
    files = [
        upload(http, desk, ada, PNG * (large // len(PNG)), "first.png"),
        upload(http, desk, ada, PNG * 20_000, "second<b>.png"),
        upload(http, desk, ada, PNG, "late.png"),
    ]
    mail = answered(http, desk, ada, ticket, *files, **({"html": html} if html else {}))
    assert [file.name for file in mail.files] == ["first.png"]
    assert "on the page of your request" in mail.text
    assert "second<b>.png" in mail.text
    assert "late.png" in mail.text
    assert "second&lt;b&gt;.png" in mail.html


def test_many_files_that_never_come_keep_a_mail_no_longer_than_one(http: Gateway, desk: Desk, ada: Person, ticket: str):
    before = desk.clock.wall()
    files = [upload(http, desk, ada, PNG, f"late-{number}.png") for number in range(10)]
    mail = answered(http, desk, ada, ticket, *files)
    assert (mail.files, mail.text.count("late-")) == ((), 10)
    assert desk.clock.wall() - before < LEASE


def test_a_file_of_a_note_goes_nowhere(http: Gateway, desk: Desk, ada: Person, ticket: str):
    file = upload(http, desk, ada, PNG, "secret.png")
    assert answered(http, desk, ada, ticket, file, visibility="internal") is None


def test_a_picture_stands_in_the_page_where_it_was_put(http: Gateway, desk: Desk, ada: Person, ticket: str):
    file = upload(http, desk, ada, PNG, "smoke.png")
    html = f'<p>See <img src="cid:{file["id"]}" alt="smoke.png"> and run.</p>'
    mail = answered(http, desk, ada, ticket, file, html=html)
    (sent,) = mail.files
    assert f'<p>See <img src="cid:{sent.id}" alt="smoke.png"> and run.</p>' in mail.html


def test_a_picture_that_does_not_go_along_leads_to_where_it_is(http: Gateway, desk: Desk, ada: Person, ticket: str):
    file = upload(http, desk, ada, PNG, "late.png")
    mail = answered(http, desk, ada, ticket, file, html=f'<p><img src="cid:{file["id"]}" alt="late.png"></p>')
    assert (mail.files, "cid:" in mail.html, "[late.png]</a>" in mail.html) == ((), False, True)
