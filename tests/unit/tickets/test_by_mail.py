"""What came by mail: it says so, moves nothing when a machine wrote it, and may take up again what is closed."""

import pytest
from helpdesk.channels.intake.rules import opening
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated
from helpdesk.core.tickets.hooks import HOOKS
from helpdesk.core.tickets.rules.hooks import Told
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.rules.writing import add_message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Phase, TeamId, TicketId, Via

from tests.builders.directory import a_requester
from tests.builders.intake import a_draft
from tests.builders.tickets import FIRST, a_change, a_guest, a_message, a_ticket


def written(ticket, **more):
    message = a_message(channel=Channel.EMAIL, via=Via.MAIL, mail="mail-1", **more)
    return [fact.event for fact in add_message(ticket, message, a_guest(ticket), FIRST.of(TERMS))]


@pytest.mark.parametrize("state", ["pending", "solved"])
def test_a_mail_opens_what_waits_and_names_itself(state):
    added, moved = written(a_ticket(state=state))
    assert (added.via, added.mail, added.channel) == (Via.MAIL, "mail-1", Channel.EMAIL)
    assert (moved.previous, moved.state) == (state, "open")


@pytest.mark.parametrize("state", ["new", "open", "pending", "on_hold", "solved"])
def test_what_a_machine_wrote_moves_nothing(state):
    (added,) = written(a_ticket(state=state), automatic=True)
    assert added.automatic


def test_what_is_closed_takes_no_mail_unless_it_may_open_it():
    closed = a_ticket(state="closed")
    with pytest.raises(TransitionRefusedError):
        written(closed)
    added, moved = written(closed, reopens=True)
    assert isinstance(added, MessageAdded)
    assert moved == StateChanged(state="open", phase=Phase.OPEN, previous="closed")


def created(**draft):
    made = opening.create(a_draft(channel=Channel.EMAIL, **draft), a_requester(), FIRST.of(TERMS), (), None)[0]
    assert isinstance(made.event, TicketCreated)
    return made


def test_a_mailbox_gives_its_tickets_to_its_team():
    made = created(mailbox="billing", mail="mail-1", team=TeamId("billing"), level=Level.L2, html="<p>It smokes.</p>")
    assert (made.event.team, made.event.level, made.event.rule) == ("billing", Level.L2, "billing")
    assert (made.event.mailbox, made.event.mail) == ("billing", "mail-1")
    assert made.personal.html == "<p>It smokes.</p>"


def test_a_ticket_knows_its_mailbox_and_what_it_seems_to_be_about():
    ticket = a_change(mailbox="help", related=TicketId("HD-80000009")).after
    assert (ticket.mailed.mailbox, ticket.mailed.related) == ("help", "HD-80000009")
    assert a_ticket().mailed is None


@pytest.mark.parametrize("unacknowledged", [None, True])
def test_nobody_is_told_that_it_came_where_that_is_not_wanted(unacknowledged):
    change = a_change(unacknowledged=unacknowledged)
    told = Told(entry=change.entries[0], commit=change.entries, ticket=change.after)
    assert len(HOOKS.notices(told)) == (unacknowledged is None)
