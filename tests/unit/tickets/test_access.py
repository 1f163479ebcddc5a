"""Who may do what: every role, on their own ticket and on another's, with every verb there is."""

import inspect

import pytest
from helpdesk.capabilities.assignment.actions import hand_over
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.levels.actions import correction, escalation
from helpdesk.capabilities.levels.actions import notes as level_notes
from helpdesk.capabilities.levels.rules.notes import NoteDraft
from helpdesk.channels.live import actions as live
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.actions import lists, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import Query
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel.actors import Actor, system
from helpdesk.foundation.kernel.errors import ForbiddenError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level, Role, TeamId

from tests.builders.directory import a_person, a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.tickets import a_guest, a_message, a_note

YES, NO, HIDDEN = "may", ForbiddenError, NotFoundError
STAFF = (Role.AGENT, Role.LEAD, Role.ADMIN)
STRANGERS = (Role.REQUESTER, Role.GUEST)


def call(ticket, by):
    return Wish(ticket_id=ticket.id, by=by)


def watching(topic):
    def act(desk, ticket, by):
        desk.live.board.issue("secret", by, live.ADMISSION_LIFETIME)
        desk.live.board.admit("secret", "c1")
        live.watch(desk, "c1", [topic(ticket)])

    return act


def found(desk, ticket, by):
    """There is none, which only those learn who may see the ticket: told apart by what is said to be missing."""
    try:
        attachments.attachment_link(desk, by, ticket.id, "none")
    except NotFoundError as error:
        if "ticket" in str(error):
            raise


def handed_back(desk, ticket, by):
    lifted = escalation.escalate(desk, call(ticket, an_agent().as_actor()), None, "Too hard", "All").ticket
    escalation.deescalate(desk, call(lifted, by), None, "Restart it", needless=False)


def handed_over(desk, ticket, by):
    """Another team of its level goes on with it."""
    desk.staffing.put_team(Team(id="night-desk", name="Night", level=Level.L1))
    brief = HandOver(summary="Stands so", next_step="Go on")
    hand_over.hand_over(desk, call(ticket, by), brief, "night-desk", None)


def corrected(desk, ticket, by):
    desk.staffing.put_team(Team(id="night-desk", name="Night", level=Level.L1))
    correction.correct_routing(desk, call(ticket, by), "night-desk", None, "For the night")


def kept_as_note(desk, ticket, by):
    level_notes.keep(desk, by, ticket.id, NoteDraft(title="Restart it", body="It helps."), None)


VERBS = {
    "read": lambda desk, t, by: tickets.read(desk, by, t.id),
    "read an attachment": found,
    "watch": watching(lambda ticket: f"ticket:{ticket.id}"),
    "write": lambda desk, t, by: tickets.write(desk, call(t, by), a_message()),
    "say it is solved": lambda desk, t, by: tickets.move(desk, call(t, by), "solved"),
    "say it is open": lambda desk, t, by: tickets.move(desk, call(t, by), "open"),
    "write and say it is solved": lambda desk, t, by: tickets.write(desk, call(t, by), a_message(state="solved")),
    "note": lambda desk, t, by: tickets.write(desk, call(t, by), a_note()),
    "let it wait": lambda desk, t, by: tickets.move(desk, call(t, by), "pending"),
    "write and let it wait": lambda desk, t, by: tickets.write(desk, call(t, by), a_message(state="pending")),
    "cancel": lambda desk, t, by: tickets.move(desk, call(t, by), "cancelled", "Twice"),
    "change": lambda desk, t, by: tickets.update(desk, call(t, by), {"subject": "Other"}),
    "give away": lambda desk, t, by: tickets.update(desk, call(t, by), {"assignee": None}),
    "escalate": lambda desk, t, by: escalation.escalate(desk, call(t, by), None, "Too hard", "All"),
    "correct where it belongs": corrected,
    "acknowledge": lambda desk, t, by: ladders.acknowledge(desk, call(t, by)),
    "hand back": handed_back,
    "hand over": handed_over,
    "keep as a note": kept_as_note,
}
OWN = {
    "read",
    "read an attachment",
    "watch",
    "write",
    "say it is solved",
    "say it is open",
    "write and say it is solved",
}


def someone(role, ticket, *, own):
    if role is Role.GUEST:
        return a_guest(ticket) if own else Actor(id="mallory", role=role, ticket_id="HD-8OTHER00")
    return Actor(id=ticket.requester if own else "mallory", role=role, name="Somebody")


def expected(role, verb, *, own):
    if role in STAFF:
        return NO if verb == "correct where it belongs" and role is Role.AGENT else YES
    if not own:
        return HIDDEN
    return YES if verb in OWN else NO


EVERY = [
    pytest.param(role, own, verb, id=f"{role} {'own' if own else 'foreign'} {verb}")
    for role in (*STAFF, *STRANGERS)
    for own in (True, False)
    for verb in VERBS
]


@pytest.mark.parametrize(("role", "own", "verb"), EVERY)
def test_who_may_do_what(memory_desk, role, own, verb):
    ticket = open_ticket(memory_desk)
    by = someone(role, ticket, own=own)
    before, answer = memory_desk.tickets.entries(ticket.id), expected(role, verb, own=own)
    if answer is YES:
        VERBS[verb](memory_desk, ticket, by)
    else:
        with pytest.raises(answer):
            VERBS[verb](memory_desk, ticket, by)
        if verb != "hand back":  # which an agent's escalation came before
            assert memory_desk.tickets.entries(ticket.id) == before


def test_every_action_on_a_ticket_is_a_verb_here():
    """A new action is added to the table above, or this fails. `updated` is what `update` decides."""
    actions = {
        name
        for module in (tickets, escalation, correction, hand_over)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    verbs = {"read", "write", "move", "update", "escalate", "deescalate", "correct_routing", "hand_over"}
    assert actions == verbs | {"updated"}


def test_a_foreign_ticket_and_one_that_is_not_there_look_the_same(memory_desk):
    ticket = open_ticket(memory_desk)
    mallory = a_requester("Mallory").as_actor()

    def said(ticket_id):
        with pytest.raises(NotFoundError) as error:
            tickets.read(memory_desk, mallory, ticket_id)
        return str(error.value).replace(ticket_id, "it")

    assert said(ticket.id) == said("HD-8NOWHERE")


@pytest.mark.parametrize("role", STRANGERS)
def test_who_asks_sees_nothing_internal(memory_desk, role):
    ticket = open_ticket(memory_desk)
    ada = an_agent().as_actor()
    for message in (a_note("Between us"), a_message("For you")):
        tickets.write(memory_desk, call(ticket, ada), message)
    escalation.escalate(memory_desk, call(ticket, ada), None, "Too hard", "All")
    seen = tickets.read(memory_desk, someone(role, ticket, own=True), ticket.id).entries
    assert [entry.type for entry in seen] == ["TicketCreated", "MessageAdded", "StateChanged"]


def test_whoever_works_on_it_sees_everything(memory_desk):
    ticket = open_ticket(memory_desk)
    ada = an_agent().as_actor()
    tickets.write(memory_desk, call(ticket, ada), a_note("Between us"))
    assert len(tickets.read(memory_desk, ada, ticket.id).entries) == 2


def test_a_new_kind_of_entry_is_internal_until_said_otherwise(memory_desk):
    ticket = open_ticket(memory_desk)
    ada = an_agent()
    memory_desk.directory.put_person(ada)
    tickets.update(memory_desk, call(ticket, ada.as_actor()), {"assignee": "ada", "priority": "P1"})
    assert [entry.is_public for entry in memory_desk.tickets.entries(ticket.id)] == [True, False, False]


@pytest.mark.parametrize(
    "query", [Query(), Query(team="service-desk"), Query(assignee="none"), Query(requester="rita")]
)
def test_a_requester_lists_only_their_own_whatever_they_ask_for(memory_desk, query):
    open_ticket(memory_desk)
    nora = a_requester("Nora")
    mine = open_ticket(memory_desk, by=nora)
    listed = lists.listed(memory_desk, memory_desk.directory.person(mine.requester).as_actor(), query)
    assert {card.requester for card in listed.items} <= {mine.requester}


TOPICS = {"team:service-desk": STAFF, "person:mallory": (*STAFF, *STRANGERS), "person:rita": (), "nonsense": ()}


@pytest.mark.parametrize("role", [*STAFF, *STRANGERS])
@pytest.mark.parametrize("topic", TOPICS)
def test_who_may_watch_what(memory_desk, role, topic):
    by = someone(role, open_ticket(memory_desk), own=False)
    act = watching(lambda _: topic)
    if role in TOPICS[topic]:
        act(memory_desk, None, by)
        assert len(memory_desk.live.board.watchers(topic)) == 1
    else:
        with pytest.raises(ForbiddenError):
            act(memory_desk, None, by)
        assert memory_desk.live.board.watchers(topic) == []


def test_the_product_itself_may_see_and_work(memory_desk):
    ticket = open_ticket(memory_desk)
    assert access.workable_by(system("timer"), ticket) == ticket


def test_a_link_opens_its_ticket_alone(memory_desk):
    mine, other = open_ticket(memory_desk), open_ticket(memory_desk)
    guest = a_guest(mine)
    assert guest.id == other.requester
    with pytest.raises(NotFoundError):
        tickets.read(memory_desk, guest, other.id)


def test_an_agent_who_asks_is_asked_about_like_anybody(memory_desk):
    """Their own ticket is theirs to solve; that they are staff elsewhere takes nothing from them."""
    ada = a_person("Ada", role=Role.AGENT)
    ticket = open_ticket(memory_desk, by=ada)
    assert tickets.read(memory_desk, ada.as_actor(), ticket.id).ticket.team == TeamId("service-desk")
