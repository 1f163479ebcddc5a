"""What staff ask for above a reply by mail: it is done as by hand, or they are told that it was not."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.core.record.mails import CommandRefused
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Priority, Visibility
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.mail import GOOD, a_mail, delivered, entry_of, moved, opened, reply, ticket_of, with_mailboxes
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.lambdas import invoke


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk)


@pytest.fixture
def asked(desk, ada):
    """What became of a ticket, by a reply of Ada's that begins with these lines."""

    def ask(*lines: str, **mail: str):
        first = opened(desk)
        text = "\n".join([*lines, "", "Try water."])
        outcome, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text=text, **mail)
        assert (outcome, taken.ticket) == (Outcome.MESSAGE, first.ticket)
        assert entry_of(desk, taken).personal.body == "Try water."
        return ticket_of(desk, first)

    return ask


def refusals(desk: Desk, ticket: str) -> Sequence[tuple[str, str]]:
    found = [entry for entry in desk.tickets.entries(ticket) if isinstance(entry.event, CommandRefused)]
    return [(entry.event.why, entry.personal.body) for entry in found]


def mails(desk: Desk) -> Mapping[str, str]:
    return {mail.to: mail.text for mail in desk.notices.mailer.sent}


@pytest.mark.parametrize(
    "name", ["bo.lee@people.example", "Bo Lee", "bo", "LEE bo", "Bo <mailto:bo.lee@people.example>"]
)
def test_a_ticket_is_given_to_whom_the_name_means(desk, asked, name):
    (bo,) = staff(desk, an_agent("Bo Lee", email="bo.lee@people.example"))
    ticket = asked(f"#assign {name}")
    assert (ticket.assignee, refusals(desk, ticket.id)) == (bo.id, [])
    assert (ticket.state, ticket.team) == ("open", "service-desk")


@pytest.mark.parametrize(
    ("written", "wanted"), [("P1", Priority.P1), ("2", Priority.P2), ("HIGH", Priority.P2), ("niedrig", Priority.P4)]
)
def test_the_priority_is_what_it_is_called(desk, asked, written, wanted):
    ticket = asked(f"#priority {written}")
    assert (ticket.priority, refusals(desk, ticket.id)) == (wanted, [])


def test_several_are_one_change_with_the_reply(desk, asked, ada):
    ticket = asked("#assign Ada", "#priority p1", "#solved")
    assert (ticket.assignee, ticket.priority, ticket.state) == (ada.id, Priority.P1, "solved")
    assert ticket.version == 2


def test_of_one_command_the_last_counts(desk, asked):
    ticket = asked(*["#priority soon"] * 300, "#priority p4")
    assert (ticket.priority, refusals(desk, ticket.id)) == (Priority.P4, [])


def test_all_of_a_name_means_more_than_its_beginning(desk, asked):
    staff(desk, an_agent("Bob", email="bob@people.example"), an_agent("Bobby", email="bobby@people.example"))
    assert asked("#assign Bob").assignee == desk.directory.by_email("bob@people.example").id


@pytest.mark.parametrize(
    ("name", "why"),
    [("Kim", "ambiguous_name"), ("Nobody", "no_person"), ("nobody@people.example", "no_person"), ("!", "no_person"),
     ("Olivia", "not_in_team"), ("rita@example.org", "no_staff"), ("Rita", "no_person"), ("Away", "is_away")],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_the_reply_stands(desk, asked, ada, name, why):
    staff(desk, an_agent("Kim A"), an_agent("Kim B"), an_agent("Away"))
    staff(desk, an_agent("Olivia", teams=()), team="it-operations")
    away = desk.directory.find([["away"]], 1)[0]
    now = desk.clock.now()
    gone = Absence(start=now, end=now + timedelta(days=1))
    desk.staffing.put_availability(away, Availability(absences=(gone,), revision=1))
    ticket = asked(f"#assign {name}", "#priority p1")
    assert (ticket.assignee, ticket.priority) == (None, Priority.P1)
    assert refusals(desk, ticket.id) == [(why, f"#assign {name}")]
    for fact in facts_of(desk, ticket.id):
        invoke("notify_people", fact)
    told = mails(desk)[ada.email]
    assert f"#assign {name}" in told
    assert "Try water." not in told


def test_nobody_commands_without_proof(desk, ada):
    first = opened(desk, Cc=ada.email)
    raw = a_mail("#priority p1\n#assign Ada", f"Ada <{ada.email}>", In_Reply_To=f"<{first.message_id}>")
    _, taken = delivered(desk, raw, verdicts=GOOD | {"dmarc": "fail"})
    ticket = ticket_of(desk, taken)
    assert (ticket.assignee, ticket.priority) == (None, ticket_of(desk, first).priority)
    assert refusals(desk, ticket.id) == []
    assert entry_of(desk, taken).personal.body.startswith("#priority p1")


def test_who_only_asks_commands_nothing(desk):
    first = opened(desk)
    _, taken = reply(desk, first, text="#priority p1\nPlease!")
    assert ticket_of(desk, first).priority is not Priority.P1
    assert entry_of(desk, taken).personal.body == "#priority p1\nPlease!"


def test_a_specialist_from_outside_gives_away_what_is_theirs_alone(desk, ada):
    """They see the tickets of their own teams, as by the API."""
    desk.directory.put_person(replace(ada, external=True, teams=("it-operations",)))
    first = opened(desk)
    _, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text="#priority p1")
    assert taken.ticket != first.ticket
    assert ticket_of(desk, first).priority is not Priority.P1


def test_a_note_on_what_is_closed_stands_though_nothing_changes_there(desk, ada):
    first = opened(desk)
    moved(desk, first.ticket, "closed")
    _, taken = reply(desk, first, sender=f"Ada <{ada.email}>", text="#note\n#priority p1\nStill odd.")
    assert entry_of(desk, taken).event.visibility is Visibility.INTERNAL
    assert [why for why, _ in refusals(desk, first.ticket)] == ["transition_refused"]


def test_the_same_mail_again_commands_nothing_more(desk, asked, ada):
    first = opened(desk)
    raw = a_mail("#priority p1", f"Ada <{ada.email}>", In_Reply_To=f"<{first.message_id}>")
    delivered(desk, raw)
    version = ticket_of(desk, first).version
    assert delivered(desk, raw)[0] is Outcome.DUPLICATE
    assert ticket_of(desk, first).version == version
