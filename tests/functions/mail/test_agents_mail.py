"""Mail of who works here, and of whose domain is written in other letters: what it becomes, and what goes out."""

from email.message import EmailMessage

import pytest
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Phase, Visibility

from tests.builders.directory import a_requester
from tests.builders.mail import HELP, a_mail, a_mailbox, delivered, entry_of, opened, reply, ticket_of, with_mailboxes
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)
IN_LETTERS, IN_ASCII = "rita@bücher.example", "rita@xn--bcher-kva.example"


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk)


@pytest.mark.parametrize("known", [IN_LETTERS, IN_ASCII])
@pytest.mark.parametrize("written", [IN_LETTERS, IN_ASCII, "Rita@XN--BCHER-KVA.example", "RITA@BÜCHER.example"])
def test_a_domain_in_other_letters_is_the_same_in_any_writing(desk: Desk, known: str, written: str):
    rita = a_requester("Rita", email=known)
    desk.directory.put_person(rita)
    raw = a_mail("It smokes.").replace(b"rita@example.org", written.encode())
    _, taken = delivered(desk, raw, sender=IN_ASCII)
    assert ticket_of(desk, taken).requester == rita.id
    again = a_mail("And now?", In_Reply_To=f"<{taken.message_id}>").replace(b"rita@example.org", written.encode())
    outcome, answer = delivered(desk, again, sender=IN_ASCII)
    assert (outcome, answer.ticket) == (Outcome.MESSAGE, taken.ticket)


@pytest.mark.parametrize("lines", [("#solved", "#note"), ("#note", "#solved"), ("#NOTE", "", "#Solved")])
def test_solved_and_noted_in_one_mail_is_both_and_tells_the_requester_no_word_of_the_note(
    desk: Desk, ada: Person, lines: tuple[str, ...]
):
    first = opened(desk)
    text = "\n".join([*lines, "", "She held it wrong."])
    _, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text=text)
    entry, ticket = entry_of(desk, taken), ticket_of(desk, first)
    assert (entry.event.visibility, entry.personal.body) == (Visibility.INTERNAL, "She held it wrong.")
    assert (ticket.id, ticket.phase) == (first.ticket, Phase.SOLVED)
    for fact in facts_of(desk, ticket.id, "MessageAdded", "StateChanged"):
        invoke("notify_people", fact)
    to_rita = [mail for mail in desk.notices.mailer.sent if mail.to == "rita@example.org"]
    assert [("held it wrong" in mail.text, mail.key.split("#")[2]) for mail in to_rita] == [(False, "solved")]


def test_a_picture_in_the_mail_of_an_agent_stands_in_the_message_and_goes_on_in_its_mail(
    desk: Desk, http: Gateway, ada: Person
):
    first = opened(desk)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Ada <{ada.email}>", HELP, "Re: it"
    mail["Message-ID"], mail["In-Reply-To"] = "<picture@people.example>", f"<{first.message_id}>"
    mail.set_content("Press this:")
    mail.add_alternative('<p>Press this: <img src="cid:button" alt="Button"></p>', subtype="html")
    page = mail.get_payload()[1]
    page.add_related(PNG, "image", "png", cid="<button>", filename="button.png")  # type: ignore[union-attr]
    _, taken = delivered(desk, mail.as_bytes(), sender=ada.email)
    entry = entry_of(desk, taken)
    (picture,) = entry.event.attachments
    assert (taken.ticket, entry.event.by.is_staff) == (first.ticket, True)
    assert f'src="cid:{picture.id}"' in entry.personal.html
    desk.attachments.keep(picture.id)
    for fact in facts_of(desk, first.ticket, "MessageAdded"):
        invoke("notify_people", fact)
    sent = next(each for each in desk.notices.mailer.sent if each.to == "rita@example.org")
    assert [(file.id, file.content) for file in sent.files] == [(picture.id, PNG)]
    assert f"cid:{picture.id}" in sent.html


def test_a_mailbox_with_a_team_has_its_tickets_and_one_without_goes_by_the_rules(desk: Desk):
    with_mailboxes(desk, a_mailbox(), a_mailbox("betrieb@desk.example", team="it-operations"))
    words = {"subject": "Phishing", "text": "A phishing mail"}
    assert entry_of(desk, opened(desk, **words)).event.rules == ("security goes to operations",)
    assert ticket_of(desk, opened(desk, text="It smokes.")).team == "service-desk"
    own = entry_of(desk, opened(desk, recipients=("betrieb@desk.example",), To="betrieb@desk.example"))
    assert (own.event.team, own.event.rules) == ("it-operations", ("betrieb",))
