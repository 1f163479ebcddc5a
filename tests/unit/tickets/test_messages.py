"""Messages: whose they are, what they do to the state, and when they are refused."""

import pytest
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.tickets import MessageAdded, StateChanged
from helpdesk.core.tickets.rules import writing as decisions
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.settings import TERMS
from helpdesk.core.tickets.views.timeline import entry_view
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Visibility

from tests.builders.directory import a_person, a_requester, an_agent
from tests.builders.tickets import a_guest, a_message, a_note, a_ticket, an_entry

SETTINGS = TERMS.at_first()
ADA, RITA = an_agent().as_actor(), a_requester().as_actor()
GUEST = a_guest(a_ticket())


def after(state, message, by):
    """The state a message leaves a ticket in."""
    facts = decisions.add_message(a_ticket(state=state), message, by, SETTINGS)
    moves = [fact.event.state for fact in facts if isinstance(fact.event, StateChanged)]
    return moves[0] if moves else state


WRITING = [
    # state, requester's message, agent's public answer, agent's note
    ("new", "new", "open", "new"),
    ("open", "open", "open", "open"),
    ("pending", "open", "pending", "pending"),
    ("on_hold", "on_hold", "on_hold", "on_hold"),
    ("solved", "open", "solved", "solved"),
]


@pytest.mark.parametrize(("state", "by_requester", "by_agent", "by_note"), WRITING)
def test_what_writing_does_to_the_state(state, by_requester, by_agent, by_note):
    assert after(state, a_message(), RITA) == by_requester
    assert after(state, a_message(), GUEST) == by_requester
    assert after(state, a_message(), ADA) == by_agent
    assert after(state, a_note(), ADA) == by_note


@pytest.mark.parametrize("state", ["closed", "cancelled"])
@pytest.mark.parametrize("by", [ADA, RITA, GUEST], ids=["agent", "requester", "guest"])
def test_nothing_public_is_written_on_a_closed_ticket(state, by):
    with pytest.raises(TransitionRefusedError):
        after(state, a_message(), by)


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_a_closed_ticket_still_takes_notes(state):
    assert after(state, a_note(), ADA) == state


@pytest.mark.parametrize("target", ["pending", "on_hold", "solved"])
def test_sending_and_setting_a_state_is_one_change(target):
    facts = decisions.add_message(a_ticket(state="open"), a_message(state=target), ADA, SETTINGS)
    assert [type(fact.event) for fact in facts] == [MessageAdded, StateChanged]
    assert facts[1].event.state == target


def test_sending_with_the_state_it_has_moves_nothing():
    facts = decisions.add_message(a_ticket(state="pending"), a_message(state="pending"), ADA, SETTINGS)
    assert [type(fact.event) for fact in facts] == [MessageAdded]


def test_sending_with_a_move_that_is_refused_sends_nothing():
    with pytest.raises(TransitionRefusedError):
        decisions.add_message(a_ticket(state="solved"), a_message(state="pending"), ADA, SETTINGS)


PARTS = [
    (RITA, Role.REQUESTER),
    (GUEST, Role.REQUESTER),
    (ADA, Role.AGENT),
    (a_person("Lea", role=Role.LEAD).as_actor(), Role.LEAD),
    (an_agent("Rita").as_actor(), Role.REQUESTER),
]


@pytest.mark.parametrize(("by", "part"), PARTS)
def test_the_part_somebody_plays_in_a_ticket(by, part):
    """Who opened it is its requester there, whatever they are elsewhere."""
    assert decisions.part_of(by, a_ticket()) is part


def test_words_stand_in_the_part_that_can_be_erased():
    (fact, *_) = decisions.add_message(a_ticket(), a_message("Secret"), ADA, SETTINGS)
    assert fact.personal.body == "Secret"
    assert "Secret" not in str(fact.event)


def test_a_files_name_that_was_stored_with_marks_of_direction_is_shown_without():
    file = Attachment(id="a", name="invoice\u202egpj.exe")
    added = MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.API, attachments=(file,))
    shown = entry_view(an_entry(added), a_ticket(), "/api")
    assert [attachment.name for attachment in shown.attachments] == ["invoicegpj.exe"]
