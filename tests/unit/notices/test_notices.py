"""Who is told: those concerned, never of what they did themselves, never the requester of what is internal."""

import pytest
from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.channels.notices.rules.telling import notices
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.clocks import ClockBreached, ClocksRecomputed, ClockWarned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.levels import TicketEscalated
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketUpdated
from helpdesk.core.tickets.rules.hooks import Told
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Phase, Role, Visibility
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.tickets import a_change, a_ticket

ADA, BOB, RITA = an_agent(), an_agent("Bob"), a_requester()
TIMER, ASSIGNMENT = system("timer"), system("assignment")
TICKET = a_ticket(assignee="ada")
UNASSIGNED = a_ticket()


def a_message(by, visibility=Visibility.PUBLIC):
    return MessageAdded(visibility=visibility, by=by, channel=Channel.PORTAL)


SOLVED = StateChanged(state="solved", phase=Phase.SOLVED, previous="open")
PENDING = StateChanged(state="pending", phase=Phase.PENDING, previous="open")
GIVEN = TicketAssigned(assignee="ada")
WARNED = ClockWarned(clock="resolution", step="resolution:1:75%", due_at="2026-03-02T12:00:00+00:00")
BREACHED = ClockBreached(clock="resolution", step="resolution:1:breach", due_at="2026-03-02T12:00:00+00:00")
ESCALATED = TicketEscalated(
    level=Level.L2, team="it-operations", previous_level=Level.L1, previous_team="service-desk", reason="r", tried="t"
)
NOTE = a_message(Role.AGENT, Visibility.INTERNAL)


def told_of(entry, commit, ticket):
    return notices(Told(entry=entry, commit=commit, ticket=ticket), ON_TICKETS)


def told(*happened, by, ticket=TICKET):
    """Who is told of the first of what happened in one change, and by which letter."""
    entries = a_change(ticket, *happened, by=by).entries
    return [(notice.person, notice.template) for notice in told_of(entries[0], entries, ticket)]


TELLING = [
    # what happened, who did it, who is told
    (a_message(Role.AGENT), ADA, [("rita", "reply")]),
    (a_message(Role.AGENT), BOB, [("rita", "reply")]),
    (a_message(Role.REQUESTER), RITA, [("ada", "requester_wrote")]),
    (NOTE, ADA, []),
    (NOTE, BOB, []),
    (SOLVED, ADA, [("rita", "solved")]),
    (SOLVED, RITA, []),
    (PENDING, ADA, []),
    (GIVEN, ASSIGNMENT, [("ada", "assigned")]),
    (GIVEN, BOB, [("ada", "assigned")]),
    (GIVEN, ADA, []),
    (TicketAssigned(previous="ada"), BOB, []),
    (WARNED, TIMER, [("ada", "warning")]),
    (BREACHED, TIMER, [("ada", "breach")]),
    (replace(BREACHED, stopped=True), BOB, []),  # it was done after all: there is nothing left to hurry for
    (TicketUpdated(subject="New"), ADA, []),
    (ESCALATED, ADA, []),
    (replace(ESCALATED, previous="bob"), ADA, [("bob", "escalated")]),
    (replace(ESCALATED, previous="ada"), ADA, []),
    (replace(ESCALATED, previous="ada"), TIMER, [("ada", "escalated")]),
    (ClocksRecomputed(), TIMER, []),
]


CALL = Fact(
    event=MessageAdded(visibility=Visibility.PUBLIC, by=Role.REQUESTER, channel=Channel.PHONE, noted_by="ada"),
    by=RITA.as_actor(),
)


def test_who_noted_a_call_is_not_told_of_it():
    assert told(CALL, by=ADA) == []
    assert told(CALL, by=BOB, ticket=a_ticket(assignee="bob")) == [("bob", "requester_wrote")]


def test_what_was_solved_while_its_requester_was_there_is_not_acknowledged():
    entries = a_change(None, Fact(event=replace(SOLVED, previous="new"), by=ADA.as_actor()), by=RITA).entries
    letters = [notice.template for entry in entries for notice in told_of(entry, entries, TICKET)]
    assert letters == ["solved"]


@pytest.mark.parametrize(("happened", "by", "expected"), TELLING)
def test_who_is_told(happened, by, expected):
    assert told(happened, by=by) == expected


@pytest.mark.parametrize("by", [RITA, ADA])
def test_the_receipt_goes_to_the_requester_whoever_opened_the_ticket(by):
    created = a_change(by=by)
    (entry,) = created.entries
    assert [(n.person, n.template) for n in told_of(entry, created.entries, created.after)] == [
        (created.after.requester, "acknowledgement")
    ]


@pytest.mark.parametrize(("happened", "template"), [(WARNED, "warning"), (BREACHED, "breach")])
def test_the_team_is_told_of_the_clock_of_a_ticket_that_nobody_has(happened, template):
    assert told(happened, by=TIMER, ticket=UNASSIGNED) == [(None, template)]


def test_a_message_on_a_ticket_that_nobody_has_is_found_in_the_queue():
    assert told(a_message(Role.REQUESTER), by=RITA, ticket=UNASSIGNED) == []


def test_solving_with_an_answer_is_told_once():
    entries = a_change(TICKET, a_message(Role.AGENT), SOLVED, by=ADA).entries
    letters = [notice.template for entry in entries for notice in told_of(entry, entries, TICKET)]
    assert letters == ["reply"]


def test_solving_with_a_note_is_told():
    entries = a_change(TICKET, NOTE, SOLVED, by=ADA).entries
    letters = [notice.template for entry in entries for notice in told_of(entry, entries, TICKET)]
    assert letters == ["solved"]


def test_an_agent_who_asks_and_is_given_their_own_ticket_writes_to_nobody():
    ticket = a_ticket(requester="ada", assignee="ada")
    assert told(a_message(Role.REQUESTER), by=ADA, ticket=ticket) == []


@pytest.mark.parametrize("event_class", CATALOGUE.values(), ids=CATALOGUE)
def test_the_requester_is_told_of_nothing_internal(event_class):
    """Whatever is not public may go to staff; no letter about it goes to who asks."""
    samples = [happened for happened, _, _ in TELLING if isinstance(happened, event_class)]
    for happened in samples:
        entries = a_change(TICKET, happened, by=TIMER).entries
        if not entries[0].is_public:
            assert all(notice.person != TICKET.requester for notice in told_of(entries[0], entries, TICKET))
