"""Reports that come as mail: they count for what was sent so, and nobody is lost by a made-up one."""

import pytest
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.notices.rules.sent import MailState

from tests.builders.mail import a_mail, a_report, delivered, with_mailboxes
from tests.facts import facts_of
from tests.lambdas import invoke

OURS = "mail-1@eu-central-1.amazonses.com"


@pytest.fixture
def acknowledged(desk):
    """A ticket by mail, and the Message-ID of what acknowledged it."""
    _, taken = delivered(with_mailboxes(desk), a_mail())
    for fact in facts_of(desk, taken.ticket, "TicketCreated"):
        invoke("notify_people", fact)
    return taken.ticket, OURS


def reported(desk, original, address="rita@example.org"):
    return delivered(desk, a_report(original, address), sender="")


def fate(desk, ticket):
    return [kept.fate.state for kept in desk.notices.ledger.of_ticket(ticket)]


def test_a_report_on_a_mail_of_ours_is_told_on_its_ticket_and_ends_mail_to_there(desk, acknowledged):
    ticket, original = acknowledged
    for _ in range(2):
        outcome, report = reported(desk, original)
        assert (outcome, report.ticket, report.bounce_for) == (Outcome.BOUNCE, ticket, ("rita@example.org",))
    assert fate(desk, ticket) == [MailState.BOUNCED]
    assert desk.notices.dead.find("rita@example.org")
    assert [entry.type for entry in desk.tickets.entries(ticket)].count("MailReturned") == 1


@pytest.mark.parametrize(
    ("original", "address"), [("made-up@mx.example", "rita@example.org"), (OURS, "ada@people.example")]
)
def test_a_made_up_report_loses_nobody(desk, acknowledged, original, address):
    ticket, _ = acknowledged
    assert reported(desk, original, address)[0] is Outcome.BOUNCE
    assert fate(desk, ticket) == [MailState.SENT]
    assert desk.notices.dead.find(address) is None
