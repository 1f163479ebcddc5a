"""Mail on its way in and out: whatever call to AWS fails, one message, and one mail to each who is told."""

from datetime import UTC, datetime
from itertools import count

import pytest
from helpdesk.channels.mail.rules.register import Outcome, Taken
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.channels.notices.rules.news import TAG, tag_of
from helpdesk.channels.notices.rules.sent import MailState
from helpdesk.channels.notices.rules.tokens import private_thread, reply_address
from helpdesk.foundation.kernel.vocabulary import Priority, Role
from helpdesk.foundation.platform.aws import client as aws_client
from msgspec import to_builtins

from infra.local.smtp import notification
from tests.builders.directory import an_agent
from tests.builders.mail import HELP, a_mail, a_mailbox, a_report
from tests.contract.crashes.world import ADA, HTTP, RITA, World, survives
from tests.infrastructure import MAIL_BUCKET, mails_sent

GOOD = {"spam": "PASS", "virus": "PASS", "spf": "PASS", "dkim": "PASS", "dmarc": "PASS", "policy": ""}
MAX = an_agent("Max", role=Role.ADMIN, teams=())
BOB = "bob@example.org"
VERA, VIC = "vera@vendor.example", "vic@vendor.example"
IN = ("accept_mail", "receive_email")
_numbers = count(1)


def taking_mail(world: World) -> None:
    """Whoever is mailed has their words in the register and the bucket before anything is told of them."""
    now = world.desk.settings.now(MAILBOXES.bundle)
    after = now.with_fields({"mailboxes": to_builtins([a_mailbox()])}, world.clock.now(), "max")
    world.desk.settings.save(now, after)
    world.desk.directory.put_person(MAX)


def arrive(world: World, raw: bytes, sender: str = RITA, to: str = HELP, **verdicts: str) -> str:
    """The mail service keeps a mail and tells of it; it tells again until it is heard."""
    mail_id = f"ses-{next(_numbers)}"
    aws_client("s3").put_object(Bucket=MAIL_BUCKET, Key=f"raw/{mail_id}", Body=raw)
    notice = notification(mail_id, datetime.now(UTC), sender, [to], GOOD | verdicts)
    notice["receipt"]["action"] |= {"objectKey": f"raw/{mail_id}"}
    world.platform.publish("accept_mail", notice)
    world.platform.settle()
    return mail_id


def taken(world: World, mail_id: str) -> Taken:
    """As it stands in the register, and in exactly one of its lists."""
    page = world.desk.mail.register.page(None, None, 20)
    assert [mail.id for mail in page.items].count(mail_id) == 1
    found = world.desk.mail.register.get(mail_id)
    assert found
    return found


def told(world: World, words: str) -> list[str]:
    return sorted(to for to, text in world.mails() if words in text)


class Beginning:
    """A stranger writes, with a file, to somebody else as well."""

    strikes = IN

    def prepare(self, world):
        taking_mail(world)
        return a_mail(sender=f"Rita <{RITA}>", Cc=f"Bob <{BOB}>", files=(("a.bin", b"x"),))

    def act(self, world, raw):
        return arrive(world, raw)

    def check(self, world, mail_id):
        mail = taken(world, mail_id)
        assert mail.outcome is Outcome.MESSAGE
        rita = world.desk.directory.by_email(RITA)
        assert [card.id for card in world.desk.tickets.by_requester(rita.id, None, 10).items] == [mail.ticket]
        ticket, facts = world.desk.tickets.get(mail.ticket), world.facts(mail.ticket)
        assert (facts["TicketCreated"], facts["TicketAssigned"], facts["ParticipantAdded"]) == (1, 1, 1)
        assert ([each.email for each in ticket.participants], ticket.assignee) == ([BOB], ADA.id)
        assert sorted(to for to, _ in world.mails()) == [ADA.email, RITA]


class Answering:
    """Who asked answers, twice over: the mail comes by two servers."""

    strikes = IN

    def prepare(self, world):
        taking_mail(world)
        return world.opened()

    def act(self, world, ticket_id):
        raw = a_mail("It still smokes.", sender=RITA, subject="Re: Printer")
        address = reply_address(world.desk, ticket_id)
        return ticket_id, [arrive(world, raw, to=address) for _ in range(2)]

    def check(self, world, made):
        ticket_id, mails = made
        first, second = (taken(world, mail_id) for mail_id in mails)
        assert (first.outcome, second.outcome) == (Outcome.MESSAGE, Outcome.DUPLICATE)
        assert (first.ticket, second.ticket, second.entry) == (ticket_id, ticket_id, first.entry)
        assert world.facts(ticket_id)["MessageAdded"] == 1
        assert told(world, "It still smokes.") == [ADA.email]


class Commanding:
    """An agent answers by mail and asks for more than can be done."""

    strikes = IN

    def prepare(self, world):
        taking_mail(world)
        return world.opened()

    def act(self, world, ticket_id):
        raw = a_mail("#priority p1\n#assign Olivia\n#solved\nTry water.", sender=ADA.email, subject=f"Re: {ticket_id}")
        return ticket_id, arrive(world, raw, ADA.email, reply_address(world.desk, ticket_id))

    def check(self, world, made):
        ticket_id, mail_id = made
        ticket, facts = world.desk.tickets.get(ticket_id), world.facts(ticket_id)
        assert (ticket.state, ticket.priority) == ("solved", Priority.P1)
        assert (facts["MessageAdded"], facts["CommandRefused"], facts["StateChanged"]) == (1, 1, 1)
        assert taken(world, mail_id).outcome is Outcome.MESSAGE
        assert told(world, "Try water.") == [RITA]
        assert told(world, "#assign Olivia") == [ADA.email]


class Releasing:
    """What was held is made a ticket of by hand."""

    strikes = (*IN, HTTP)

    def prepare(self, world):
        taking_mail(world)
        mail_id = arrive(world, a_mail(sender=RITA), spam="FAIL")
        assert taken(world, mail_id).outcome is Outcome.QUARANTINE
        return mail_id

    def act(self, world, mail_id):
        world.insist(lambda: world.http.post(f"/api/mails/{mail_id}/releases", by=MAX))
        world.platform.settle()
        return mail_id

    def check(self, world, mail_id):
        mail = taken(world, mail_id)
        assert mail.outcome is Outcome.MESSAGE
        assert world.facts(mail.ticket)["TicketCreated"] == 1
        assert sorted(to for to, _ in world.mails()) == [ADA.email, RITA]


class Holding:
    """What nobody should read by chance is put aside."""

    strikes = IN

    def prepare(self, world):
        taking_mail(world)
        return a_mail(sender=RITA)

    def act(self, world, raw):
        return arrive(world, raw, virus="FAIL")

    def check(self, world, mail_id):
        assert taken(world, mail_id).outcome is Outcome.QUARANTINE
        assert world.mails() == {}


class Tracking:
    """The mail service says that a mail was sent, and that it came back; then somebody answers."""

    strikes = ("track_mail", "notify_people")

    def prepare(self, world):
        ticket_id = world.opened()
        sent = world.desk.notices.ledger.of_ticket(ticket_id)
        (key,) = [kept.mail.key for kept in sent if kept.mail.address == RITA]
        return ticket_id, key

    def act(self, world, prepared):
        ticket_id, key = prepared
        bounce = {"bounceType": "Permanent", "bouncedRecipients": [{"emailAddress": RITA}]}
        for kind, more in (("Send", {}), ("Bounce", {"bounce": bounce})):
            mail = {"messageId": "0107", "tags": {TAG: [tag_of(ticket_id, key)]}}
            world.platform.tell("track_mail", {"source": "aws.ses", "detail": {"eventType": kind, "mail": mail} | more})
            world.platform.settle()
        reply = {"body": "Did you try water?"}
        path, once = f"/api/tickets/{ticket_id}/messages", {"idempotency-key": "one reply"}
        world.insist(lambda: world.http.post(path, reply, by=ADA, headers=once))
        world.platform.settle()
        return ticket_id

    def check(self, world, ticket_id):
        assert (world.facts(ticket_id)["MailReturned"], world.facts(ticket_id)["MessageAdded"]) == (1, 1)
        assert world.desk.notices.dead.find(RITA)
        assert told(world, "Did you try water?") == []
        fates = [
            kept.fate.state for kept in world.desk.notices.ledger.of_ticket(ticket_id) if kept.mail.address == RITA
        ]
        assert sorted(fates) == [MailState.BOUNCED, MailState.WITHHELD]


class AnsweringBeside:
    """A colleague of a vendor answers on a side of a ticket, with a file."""

    strikes = (*IN, "notify_people")

    def prepare(self, world):
        taking_mail(world)
        ticket_id = world.opened()
        path, body = f"/api/tickets/{ticket_id}/sides", {"subject": "Part", "to": [VERA], "body": "What is a part?"}
        assert world.insist(lambda: world.http.post(path, body, by=ADA)).status == 201
        world.platform.settle()
        return ticket_id

    def act(self, world, ticket_id):
        raw = a_mail("40 euros.", sender=f"Vic <{VIC}>", subject="Re: Part", files=(("a.bin", b"x"),))
        return ticket_id, arrive(world, raw, VIC, reply_address(world.desk, ticket_id, "s1"))

    def check(self, world, made):
        ticket_id, mail_id = made
        mail = taken(world, mail_id)
        assert (mail.outcome, mail.ticket) == (Outcome.MESSAGE, ticket_id)
        facts, (side,) = world.facts(ticket_id), world.desk.tickets.get(ticket_id).sides
        assert (facts["SideMessageSent"], facts["SideMessageReceived"], facts["MessageAdded"]) == (1, 1, 0)
        assert (side.messages, side.cc, side.answer) == (2, (VIC,), mail.entry)
        assert (told(world, "What is a part?"), told(world, "40 euros.")) == ([VERA], [ADA.email])


class CopyingBlind:
    """An agent answers with a blind copy, and who got it answers."""

    strikes = (*IN, "notify_people")

    def prepare(self, world):
        taking_mail(world)
        return world.opened()

    def act(self, world, ticket_id):
        said = {"body": "Take a new one.", "bcc": [{"email": VERA}]}
        path = f"/api/tickets/{ticket_id}/messages"
        assert world.insist(lambda: world.http.post(path, said, by=ADA)).status == 201
        world.platform.settle()
        to = reply_address(world.desk, ticket_id, private_thread(VERA))
        return ticket_id, arrive(world, a_mail("Too dear.", sender=VERA, subject="Re: Printer"), VERA, to)

    def check(self, world, made):
        ticket_id, mail_id = made
        mail = taken(world, mail_id)
        assert (mail.outcome, mail.ticket) == (Outcome.MESSAGE, ticket_id)
        notes = [entry for entry in world.desk.tickets.entries(ticket_id) if entry.type == "MessageAdded"]
        assert [(entry.is_public, entry.id == mail.entry) for entry in notes] == [(True, False), (False, True)]
        assert (told(world, "Take a new one."), told(world, "Too dear.")) == (["", RITA], [ADA.email])
        kept = [each for each in world.desk.notices.ledger.of_ticket(ticket_id) if each.mail.address == VERA]
        assert [each.fate.state for each in kept] == [MailState.SENT]


class Reporting:
    """A server says by mail that a mail of ours did not arrive."""

    strikes = IN

    def prepare(self, world):
        taking_mail(world)
        ticket_id = world.opened()
        (ours,) = [mail.id for mail, read in zip(mails_sent(), world.sent(), strict=True) if RITA in read["To"]]
        return ticket_id, f"{ours}@eu-central-1.amazonses.com"

    def act(self, world, prepared):
        ticket_id, original = prepared
        return ticket_id, arrive(world, a_report(original, RITA), sender="")

    def check(self, world, made):
        ticket_id, mail_id = made
        mail = taken(world, mail_id)
        assert (mail.outcome, mail.ticket) == (Outcome.BOUNCE, ticket_id)
        assert world.facts(ticket_id)["MailReturned"] == 1
        assert world.desk.notices.dead.find(RITA)


PATHS = [
    Beginning(),
    Answering(),
    Commanding(),
    Releasing(),
    Holding(),
    Tracking(),
    AnsweringBeside(),
    CopyingBlind(),
    Reporting(),
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: type(path).__name__)
def test_one_message_and_one_mail_to_each(aws, path):
    assert survives(aws, path) == []
