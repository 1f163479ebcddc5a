"""Mail that is held back and released, mailboxes, files, and the way to the line in which mails wait."""

import json
from datetime import timedelta

import pytest
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.rules import MAILS
from helpdesk.channels.mail.actions import receiving
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.mailboxes import Writers
from helpdesk.channels.mail.rules.register import Outcome, Reason
from helpdesk.channels.mail.rules.saying import MOST_FILES
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.mail import (
    GOOD,
    HELP,
    a_mail,
    a_mailbox,
    came,
    delivered,
    entry_of,
    moved,
    opened,
    reply,
    ticket_of,
    with_mailboxes,
)
from tests.lambdas import invoke

BAD = GOOD | {"dmarc": "fail"}


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk)


# ---- held back


HELD = [
    ({"verdicts": GOOD | {"spam": "fail"}}, Reason.SPAM),
    ({"verdicts": GOOD | {"virus": "fail"}}, Reason.VIRUS),
    ({"verdicts": BAD, "policy": "reject"}, Reason.FORGED),
    ({"verdicts": BAD, "policy": "quarantine"}, Reason.FORGED),
    ({"recipients": ("nobody@desk.example",)}, Reason.UNKNOWN_MAILBOX),
]


@pytest.mark.parametrize(("arrival", "reason"), HELD)
def test_what_is_held_back_says_why_and_becomes_a_ticket_when_it_is_released(desk, arrival, reason):
    arrival = came(desk, a_mail(), **arrival)
    assert receive(desk, arrival) is Outcome.QUARANTINE
    held = desk.mail.register.get(arrival.id)
    assert (held.reason, held.ticket, held.subject) == (reason, None, "The printer is on fire")
    assert receive(desk, replace(arrival, again=Again.REPLAY)) is Outcome.QUARANTINE
    assert receive(desk, replace(arrival, again=Again.RELEASE)) is Outcome.MESSAGE
    released = desk.mail.register.get(arrival.id)
    assert ticket_of(desk, released).subject == "The printer is on fire"
    assert [mail.id for mail in desk.mail.register.page(Outcome.QUARANTINE, None, 10).items] == []


def test_what_a_domain_does_not_vouch_for_says_so_where_it_stands(desk):
    first = opened(desk)
    assert entry_of(desk, first).event.doubted is None
    _, taken = delivered(desk, a_mail(), verdicts=BAD, policy="none")
    assert entry_of(desk, taken).event.doubted
    _, answer = delivered(desk, a_mail(In_Reply_To=f"<{first.message_id}>"), verdicts=BAD, policy="none")
    assert (answer.ticket, entry_of(desk, answer).event.doubted) == (first.ticket, True)


def test_a_forged_mail_never_speaks_for_whom_it_names(desk):
    first = opened(desk)
    raw = a_mail(In_Reply_To=f"<{first.message_id}>")
    arrival = came(desk, raw, verdicts=BAD, policy="reject")
    receive(desk, arrival)
    receive(desk, replace(arrival, again=Again.RELEASE))
    taken = desk.mail.register.get(arrival.id)
    assert taken.ticket != first.ticket
    assert ticket_of(desk, taken).mailed.related == first.ticket


def test_what_no_program_can_read_is_a_ticket_with_itself_as_a_file_once_it_is_released(desk):
    raw = b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n\r\nx\r\n" * 3000
    arrival = came(desk, raw)
    assert receive(desk, arrival) is Outcome.QUARANTINE
    assert desk.mail.register.get(arrival.id).reason is Reason.PARTS
    assert receive(desk, replace(arrival, again=Again.RELEASE)) is Outcome.MESSAGE
    (file,) = entry_of(desk, desk.mail.register.get(arrival.id)).event.attachments
    assert desk.attachments.incoming[file.id] == raw


def test_who_looks_at_held_mail_hears_of_one_that_is_held_and_of_one_that_is_let_in(desk):
    admin = an_agent("Max", role=Role.ADMIN)
    desk.live.board.issue("secret", admin.as_actor(), timedelta(minutes=1))
    desk.live.board.admit("secret", "browser")
    live.watch(desk, "browser", [MAILS])
    heard = desk.live.browsers.pushed
    receive(desk, came(desk, a_mail("Just a question.")))
    assert heard == []
    held = came(desk, a_mail(), **HELD[0][0])
    receive(desk, held)
    assert heard == [("browser", {"type": "mails", "topics": ["mails"]})]
    receive(desk, held)
    assert len(heard) == 1
    receive(desk, replace(held, again=Again.RELEASE))
    assert len(heard) == 2


def test_a_mail_is_held_though_nobody_can_be_told(desk, monkeypatch, caplog):
    monkeypatch.setattr(desk.live.board, "watchers", lambda _: 1 / 0)
    assert receive(desk, came(desk, a_mail(), **HELD[0][0])) is Outcome.QUARANTINE
    assert "nobody could be told" in caplog.text


def test_a_mail_on_which_reading_breaks_is_held_and_the_fault_is_logged(desk, monkeypatch, caplog):
    monkeypatch.setattr(receiving, "parsed", lambda raw: [][len(raw)])
    outcome, taken = delivered(desk, a_mail())
    assert (outcome, taken.reason) == (Outcome.QUARANTINE, Reason.UNREADABLE)
    (record,) = [each for each in caplog.records if each.levelname == "ERROR"]
    assert (record.getMessage(), record.mail, record.exc_info[0]) == ("mail could not be read", taken.id, IndexError)


@pytest.mark.parametrize(
    ("writers", "outcome"),
    [(Writers.ANYBODY, "message"), (Writers.KNOWN, "quarantine"), (Writers.ORGANIZATIONS, "quarantine")],
)
def test_a_mailbox_may_be_for_some_only(desk, writers, outcome):
    with_mailboxes(desk, a_mailbox(writers=writers))
    assert delivered(desk, a_mail())[0] == outcome


@pytest.mark.parametrize("writers", [Writers.KNOWN, Writers.ORGANIZATIONS])
def test_judged_anew_a_mail_of_who_may_not_write_there_is_held_again_until_they_may(desk, writers):
    with_mailboxes(desk, a_mailbox(writers=writers))
    arrival = came(desk, a_mail())
    replay = replace(arrival, again=Again.REPLAY)
    assert [receive(desk, each) for each in (arrival, replay)] == [Outcome.QUARANTINE] * 2
    with_mailboxes(desk)
    assert receive(desk, replay) is Outcome.MESSAGE


@pytest.mark.parametrize(
    ("mail", "is_a_machines"),
    [
        ({"sender": "bounce+x@example.org"}, False),
        ({"subject": "Out of office: printer"}, False),
        ({"sender": "bounce+x@example.org", "Auto_Submitted": "auto-generated"}, True),
    ],
)
def test_who_looked_at_a_mail_knows_better_than_a_name_or_some_words(desk, mail, is_a_machines):
    arrival = came(desk, a_mail(Cc="bob@example.org", **mail), verdicts=GOOD | {"spam": "fail"})
    assert receive(desk, arrival) is Outcome.QUARANTINE
    assert receive(desk, replace(arrival, again=Again.RELEASE)) is Outcome.MESSAGE
    taken = desk.mail.register.get(arrival.id)
    assert taken.automatic is is_a_machines
    assert bool(entry_of(desk, taken).event.unacknowledged) is is_a_machines
    assert bool(ticket_of(desk, taken).participants) is not is_a_machines


@pytest.mark.parametrize("days", [1, 15])
def test_what_a_machine_says_to_a_closed_ticket_is_said_when_it_is_released(desk, days):
    first = opened(desk)
    moved(desk, first.ticket, "closed", timedelta(days=days))
    raw = a_mail(In_Reply_To=f"<{first.message_id}>", Auto_Submitted="auto-replied")
    arrival = came(desk, raw, verdicts=GOOD | {"spam": "fail"})
    assert receive(desk, arrival) is Outcome.QUARANTINE
    assert receive(desk, replace(arrival, again=Again.RELEASE)) is Outcome.MESSAGE


def test_an_answer_after_long_begins_one_that_follows_where_its_writer_could_begin_none(desk):
    first = opened(desk)
    with_mailboxes(desk, a_mailbox(writers=Writers.ORGANIZATIONS))
    moved(desk, first.ticket, "closed", timedelta(days=15))
    outcome, taken = reply(desk, first)
    assert outcome is Outcome.MESSAGE
    assert ticket_of(desk, taken).sequel.follows == first.ticket


def test_who_is_known_may_write_where_only_those_may(desk, rita):
    with_mailboxes(desk, a_mailbox(writers=Writers.KNOWN))
    assert delivered(desk, a_mail(sender=rita.email))[0] is Outcome.MESSAGE


# ---- mailboxes and files


@pytest.mark.parametrize(
    "to", ["Help@Desk.example", "help+printers@desk.example", "support@desk.example", "support+x@desk.example"]
)
def test_a_mailbox_has_aliases_and_whatever_stands_behind_a_plus(desk, to):
    with_mailboxes(desk, a_mailbox(aliases=("support@desk.example",)))
    assert delivered(desk, a_mail(), recipients=(to,))[0] is Outcome.MESSAGE


def test_a_mailbox_speaks_its_language_and_does_not_say_that_it_came_unless_it_is_to(desk):
    with_mailboxes(desk, a_mailbox(language="de", acknowledges=False))
    taken = opened(desk, text="OK", subject="")
    assert (ticket_of(desk, taken).language, ticket_of(desk, taken).subject) == ("de", "(kein Betreff)")
    assert entry_of(desk, taken).event.unacknowledged


def test_files_lie_where_those_of_a_form_do(desk):
    taken = opened(desk, files=(("fire.jpg", b"\xff\xd8\xff\xe0 smoke"), ("empty.txt", b"")))
    (file,) = entry_of(desk, taken).event.attachments
    assert (file.name, file.size) == ("fire.jpg", 10)
    assert desk.attachments.keep(file.id)


def test_many_files_and_long_texts_are_not_lost(desk):
    files = tuple((f"{number}.bin", b"x") for number in range(MOST_FILES + 5))
    taken = opened(desk, text="long " * 20_000, files=files)
    entry = entry_of(desk, taken)
    assert len(entry.event.attachments) == MOST_FILES + 1
    assert "5 more files" in entry.personal.body
    assert len(desk.attachments.incoming[entry.event.attachments[-1].id]) > 99_000


# ---- accepting


def test_what_the_mail_service_tells_waits_in_the_line_of_its_sender(desk):
    notice = {
        "notificationType": "Received",
        "receipt": {
            "timestamp": "2026-03-02T08:00:00.000Z",
            "recipients": [HELP],
            "spamVerdict": {"status": "PASS"},
            "dmarcVerdict": {"status": "FAIL"},
            "dmarcPolicy": "REJECT",
            "action": {"type": "S3", "bucketName": "b", "objectKey": "raw/abc"},
        },
        "mail": {"source": "rita@example.org", "messageId": "abc", "destination": ["x@y.example"]},
    }
    setup = {"notificationType": "AmazonSnsSubscriptionSucceeded"}
    records = [{"Sns": {"Message": json.dumps(each)}} for each in (setup, notice)]
    invoke("accept_mail", {"Records": records})
    (arrival,) = desk.mail.arrivals.waiting
    assert (arrival.id, arrival.key, arrival.recipients) == ("abc", "raw/abc", (HELP,))
    assert (arrival.verdicts, arrival.policy) == ({"spam": "pass", "dmarc": "fail"}, "reject")
