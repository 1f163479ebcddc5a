"""What is kept of mails that came in: in memory and on AWS alike."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.assembly.documents import BUNDLES
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.ports import TakenIn
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.register import Earlier, Outcome, Reason, taken
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.channels.notices.actions.letterhead import reply_to
from helpdesk.channels.notices.rules.threads import MailKnownError
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from helpdesk.foundation.settings.dynamodb import DynamoSettings
from msgspec import to_builtins
from msgspec.structs import replace

from tests.builders.mail import a_mail, a_mailbox, an_arrival, with_mailboxes


def a_taken(outcome=Outcome.QUARANTINE, minutes=0, **more):
    arrival = an_arrival(received_at=MONDAY_MORNING + timedelta(minutes=minutes))
    return replace(taken(arrival, None, outcome), **more)


def kept(desk, *mails):
    for mail in mails:
        desk.mail.register.put(TakenIn(taken=mail))
    return [mail.id for mail in mails]


def listed(desk, outcome, limit=10):
    """All pages, and how many there were."""
    found, cursor, pages = [], None, 0
    while pages == 0 or cursor:
        page = desk.mail.register.page(outcome, cursor, limit)
        found += [mail.id for mail in page.items]
        cursor, pages = page.cursor, pages + 1
    return found, pages


def test_those_of_an_outcome_are_counted_up_to_some(desk):
    kept(desk, *(a_taken(minutes=number) for number in range(3)), a_taken(Outcome.MESSAGE))
    assert [desk.mail.register.count(Outcome.QUARANTINE, most) for most in (2, 3, 9)] == [2, 3, 3]
    assert desk.mail.register.count(Outcome.BOUNCE, 9) == 0


def test_a_mail_is_found_as_it_was_put(desk):
    mail = a_taken(subject="Fire", text="It smokes. " * 100, reason=Reason.SPAM, verdicts={"spam": "fail"})
    kept(desk, mail)
    assert desk.mail.register.get(mail.id) == mail
    assert desk.mail.register.get("other") is None
    (short,) = desk.mail.register.page(None, None, 10).items
    assert replace(short, text=mail.text) == mail
    assert len(short.text) == 200


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_the_newest_come_first_of_one_outcome_or_of_all(desk, limit):
    outcomes = [Outcome.MESSAGE, Outcome.QUARANTINE, Outcome.BOUNCE, Outcome.QUARANTINE, Outcome.MESSAGE]
    ids = kept(desk, *(a_taken(outcome, minutes=number) for number, outcome in enumerate(outcomes)))
    assert listed(desk, None, limit) == (ids[::-1], -(-5 // limit))
    assert listed(desk, Outcome.QUARANTINE, limit) == ([ids[3], ids[1]], -(-2 // limit))
    assert listed(desk, Outcome.IGNORED, limit) == ([], 1)


def test_what_is_put_anew_stands_in_the_list_of_its_outcome_alone(desk):
    mail = a_taken()
    kept(desk, mail)
    released = replace(mail, outcome=Outcome.MESSAGE, revision=2, ticket="HD-80000001", entry="e1")
    desk.mail.register.put(TakenIn(taken=released, before=mail))
    assert listed(desk, None) == listed(desk, Outcome.MESSAGE) == ([mail.id], 1)
    assert listed(desk, Outcome.QUARANTINE) == ([], 1)


def test_of_two_who_write_one_is_told(desk):
    mail = a_taken()
    kept(desk, mail)
    with pytest.raises(ConflictError):
        kept(desk, mail)
    desk.mail.register.put(TakenIn(taken=replace(mail, revision=2), before=mail))
    with pytest.raises(ConflictError):
        desk.mail.register.put(TakenIn(taken=replace(mail, revision=2), before=mail))


def test_of_one_content_no_other_comes_in(desk):
    mail = a_taken(Outcome.MESSAGE, ticket="HD-80000001", entry="e1")
    what = TakenIn(taken=mail, content="abc")
    desk.mail.register.put(what)
    assert desk.mail.register.earlier("abc") == Earlier(id=mail.id, ticket="HD-80000001", entry="e1")
    assert desk.mail.register.earlier("abd") is None
    other = a_taken(Outcome.MESSAGE, ticket="HD-80000002", entry="e2")
    with pytest.raises(MailKnownError):
        desk.mail.register.put(replace(what, taken=other))
    assert desk.mail.register.get(other.id) is None


# ---- on AWS


@pytest.fixture
def at_aws(aws_desk):
    """Mail as it lies in the bucket, and a mailbox that was saved."""
    now = aws_desk.settings.now(MAILBOXES.bundle)
    document = {"mailboxes": to_builtins([a_mailbox()])}
    aws_desk.settings.save(now, replace(now, revision=1, document=document))
    return aws_desk


def lying(arrival, raw):
    aws_client("s3").put_object(Bucket="helpdesk-mail", Key=arrival.key, Body=raw)
    return arrival


def test_a_mail_from_the_bucket_becomes_a_ticket_in_a_few_requests(aws, at_aws):
    warm = lying(an_arrival(), a_mail())
    receive(at_aws, warm)
    arrival = lying(an_arrival(), a_mail(sender="new@example.org", Cc="bob@example.org", files=(("a.txt", b"a"),)))
    with aws.watching() as calls:
        assert receive(at_aws, arrival) is Outcome.MESSAGE
    assert calls == [
        "dynamodb:GetItem",  # the register
        "s3:GetObject",
        "dynamodb:GetItem",  # another of this content
        "dynamodb:BatchGetItem",  # what the ids in it belong to
        "dynamodb:BatchGetItem",  # its sender
        "s3:PutObject",  # its file
        "dynamodb:BatchGetItem",  # its sender, as for any ticket
        "dynamodb:GetItem",  # the organization, looked up whatever is found
        "dynamodb:BatchGetItem",  # who else it went to
        "dynamodb:TransactWriteItems",  # the one of them who is new
        "dynamodb:TransactWriteItems",
    ]
    found = at_aws.mail.register.get(arrival.id)
    ticket = at_aws.tickets.get(found.ticket)
    assert ticket.requester_email == "new@example.org"
    assert [each.email for each in ticket.participants] == ["bob@example.org"]


def test_a_mailbox_as_new_as_its_first_mail_takes_it_in_and_is_answered_as(aws_desk, request):
    """Whatever the workers that take mail in, and those that answer, have read just before."""

    def warm():
        settings = DynamoSettings(aws_desk.settings._tables, aws_desk.clock.wall, BUNDLES)
        assert settings.of(MAILBOXES) == ()
        return replace(aws_desk, settings=settings)

    receiving, answering = warm(), warm()
    at_aws = request.getfixturevalue("at_aws")
    arrival = lying(an_arrival(), a_mail())
    assert receive(receiving, arrival) is Outcome.MESSAGE
    ticket = at_aws.tickets.get(at_aws.mail.register.get(arrival.id).ticket)
    assert reply_to(answering, ticket, None).startswith("help+")


def test_copies_that_come_at_once_make_one_message(at_aws):
    raw = a_mail()
    arrivals = [lying(an_arrival(), raw) for _ in range(5)]
    with ThreadPoolExecutor(5) as five:
        outcomes = list(five.map(lambda arrival: receive(at_aws, arrival), arrivals))
    assert sorted(outcomes) == sorted([Outcome.MESSAGE, *[Outcome.DUPLICATE] * 4])
    assert len(list(at_aws.tickets.ids())) == 1


def test_what_was_held_back_is_released(aws, at_aws):
    arrival = lying(an_arrival(verdicts={"spam": "fail"}), a_mail())
    with aws.watching() as calls:
        assert receive(at_aws, arrival) is Outcome.QUARANTINE
    assert calls[-2:] == ["dynamodb:TransactWriteItems", "dynamodb:Query"]  # the register, and who looks at it
    assert receive(at_aws, replace(arrival, again=Again.RELEASE)) is Outcome.MESSAGE
    assert listed(at_aws, Outcome.QUARANTINE) == ([], 1)


def test_raw_mail_is_read_and_linked_while_it_is_kept(at_aws):
    arrival = lying(an_arrival(), b"Subject: x\r\n\r\n")
    assert at_aws.mail.raw.read(arrival.key) == b"Subject: x\r\n\r\n"
    assert "message%2Frfc822" in at_aws.mail.raw.link(arrival.key, "a.eml", timedelta(minutes=5))
    for ask in (lambda: at_aws.mail.raw.read("raw/gone"), lambda: at_aws.mail.raw.link("raw/gone", "a", timedelta())):
        with pytest.raises(NotFoundError):
            ask()


def test_arrivals_wait_in_lines_by_sender(at_aws):
    from tests.infrastructure import taken_from  # noqa: PLC0415 - only on AWS

    first = an_arrival(sender="ada@BIG.example")
    for arrival in (first, first, replace(first, again=Again.REPLAY), an_arrival(sender="")):
        at_aws.mail.arrivals.send(arrival)
    groups = [message.group_id for message in taken_from("helpdesk-mail.fifo")]
    assert [group.partition("/")[0] for group in groups] == ["big.example", "big.example", "reports"]


def test_a_desk_in_memory_takes_mail_as_well(memory_desk):
    arrival = an_arrival()
    with_mailboxes(memory_desk).mail.raw.kept[arrival.key] = a_mail()
    assert receive(memory_desk, arrival) is Outcome.MESSAGE
