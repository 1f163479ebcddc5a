"""Blind copies: of who had one nobody else learns, be it that we had one."""

import pytest
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.foundation.desk import Desk

from tests.builders.mail import HELP, a_mailbox, opened, reply, ticket_of, with_mailboxes
from tests.facts import facts_of
from tests.lambdas import invoke

QUIET, OLD = "quiet@desk.example", "support@old.example"
JIM, BOB = "Jim <jim@example.org>", "bob@example.org"


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    """The one that gets blind copies is set first."""
    with_mailboxes(desk, a_mailbox(QUIET), a_mailbox(HELP, aliases=(OLD,)))


CASES = [
    # To, Cc, which of our addresses it came to; the mailbox that has it, and who takes part
    (HELP, BOB, (HELP,), "help", [BOB]),
    (JIM, BOB, (HELP,), "help", []),
    (JIM, BOB, (QUIET,), "quiet", []),
    ("undisclosed-recipients:;", "", (HELP,), "help", []),
    (HELP, BOB, (QUIET, HELP), "help", [BOB]),
    (JIM, HELP, (HELP, QUIET), "help", ["jim@example.org"]),
    (JIM, BOB, (QUIET, HELP), "quiet", []),
    (OLD, BOB, (QUIET, HELP), "help", [BOB]),
    ("help+printers@desk.example", BOB, ("help+printers@desk.example",), "help", [BOB]),
    (OLD, BOB, (HELP,), "help", [BOB]),
    (f"{QUIET}, {HELP}", BOB, (QUIET, HELP), "quiet", [BOB]),
]


@pytest.mark.parametrize(("to", "cc", "came_to", "mailbox", "takes_part"), CASES)
@pytest.mark.parametrize("named", [{}, {"Bcc": f"eve@example.net, {QUIET}"}], ids=["as it should", "with Bcc"])
def test_a_mail_has_its_mailbox_by_the_envelope_and_brings_along_whom_all_can_see(
    desk, to, cc, came_to, mailbox, takes_part, named
):
    taken = opened(desk, recipients=came_to, To=to, **({"Cc": cc} if cc else {}), **named)
    ticket = ticket_of(desk, taken)
    assert ticket.mailed.mailbox == mailbox
    assert [each.email for each in ticket.participants] == takes_part


def test_an_answer_with_a_blind_copy_to_us_brings_nobody_along(desk):
    first = opened(desk)
    outcome, taken = reply(desk, first, To=JIM, Cc=BOB)
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, first.ticket)
    assert ticket_of(desk, first).participants == ()


def test_each_who_takes_part_is_mailed_apart_and_no_blind_copy_is_named_to_anybody(http, desk, ada):
    first = opened(desk, recipients=(HELP, QUIET), Cc=BOB, Bcc="eve@example.net")
    http.post(f"/api/tickets/{first.ticket}/messages", {"body": "Try water."}, by=ada)
    for fact in facts_of(desk, first.ticket, "TicketCreated", "MessageAdded"):
        invoke("notify_people", fact)
    outward = [mail for mail in desk.notices.mailer.sent if mail.to in {"rita@example.org", BOB}]
    assert {mail.to for mail in outward} == {"rita@example.org", BOB}
    for mail in outward:
        others = {"rita@example.org", BOB, "eve@example.net", QUIET} - {mail.to}
        assert (mail.addressed, mail.cc) == ((), ())
        assert not [each for each in others if each in f"{mail.reply_to} {mail.text} {mail.html} {mail.subject}"]
