"""Escalation ladders: step by step until somebody answers, each step once, and none that goes round in circles."""

from datetime import timedelta

import pytest
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.memory import memory_desk
from helpdesk.assembly.ways import WAYS
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.capabilities.ladders.settings import check_endings, ladders_of, parse_ladder
from helpdesk.capabilities.sla.settings.document import as_written, revise
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.notices.actions import notification
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.vocabulary import Level, Role, Scale
from msgspec.structs import replace

from tests.builders.directory import a_person, an_agent
from tests.builders.intake import open_ticket
from tests.builders.sla import changed
from tests.builders.staffing import staff
from tests.builders.tickets import FIRST

ADA = an_agent("Ada")
QUARTER = timedelta(minutes=15)
MANAGERS = {
    "id": "managers",
    "when": {"clock": "resolution", "step": "75%"},
    "steps": [
        {"actions": [{"notify": "assignee"}]},
        {"after_seconds": 3600, "calendar": "office-berlin", "actions": [{"raise_priority": True}]},
        {"after_seconds": 3600, "actions": [{"reassign": "it-operations"}, {"notify": "team:it-operations"}]},
    ],
}


@pytest.fixture
def desk():
    found = memory_desk()
    staff(found, ADA)
    staff(found, an_agent("Ole"), team="it-operations", level=Level.L2)
    return found


def use(desk, *ladders):
    """Let these ladders hold beside the built-in settings."""
    current = desk.settings.now("sla")
    document = {**as_written(current), "ladders": list(ladders)}
    after = revise(document, current, desk.clock.now(), "alex", {"service-desk", "it-operations"})
    desk.settings.save(current, after)


def an_urgent_ticket(desk):
    return open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)


def ring(desk, ticket):
    """What the ladders' workflows do now, and the ticket's own timer."""
    for climb in desk.tickets.get(ticket.id).climbs:
        escalation.climb(desk, ticket.id, climb.key)
    ringing.ring(desk, ticket.id)
    return desk.tickets.get(ticket.id)


def wake(desk, ticket):
    """Move time to when the ticket wakes, and ring."""
    desk.clock.set(desk.tickets.get(ticket.id).promise.wake_at)
    return ring(desk, ticket)


def entries(desk, ticket, kind="LadderStepTaken"):
    return [entry for entry in desk.tickets.entries(ticket.id) if entry.type == kind]


def mails(desk, ticket):
    """Whom the newest step told."""
    before, entry = len(desk.notices.mailer.sent), entries(desk, ticket)[-1]
    notification.notify(desk, LETTERS, WAYS, ticket.id, entry.version, entry.id)
    return [mail.to for mail in desk.notices.mailer.sent[before:]]


def acknowledge(desk, ticket, by=ADA):
    return escalation.acknowledge(desk, Wish(ticket_id=ticket.id, by=by.as_actor())).ticket


def test_p1_tells_those_on_call_at_once_and_until_somebody_answers(desk):
    ticket = ring(desk, an_urgent_ticket(desk))
    opened = desk.clock.now()
    assert [climb.key for climb in ticket.climbs] == ["page@1:created"]
    assert mails(desk, ticket) == ["ada@people.example"]
    desk.clock.set(opened + QUARTER)
    ring(desk, ticket)
    assert mails(desk, ticket) == ["ada@people.example"]
    desk.clock.set(opened + 3 * QUARTER)  # the first response is overdue, and the next level has the ticket
    ring(desk, ticket)
    assert mails(desk, ticket) == ["ole@people.example"]
    assert acknowledge(desk, ticket).climbs == ()
    desk.clock.advance(timedelta(days=1))
    ring(desk, ticket)
    assert len(entries(desk, ticket)) == 3


def test_pages_go_on_for_as_long_as_nobody_answers(desk):
    use(desk, as_written(FIRST.now("sla"))["ladders"][1])
    ticket = ring(desk, an_urgent_ticket(desk))
    for _ in range(50):
        desk.clock.advance(timedelta(hours=1))
        ring(desk, ticket)
    assert [entry.event.step for entry in entries(desk, ticket)] == list(range(51))


def test_other_tickets_have_no_ladder_of_their_own(desk):
    assert open_ticket(desk).climbs == ()


def test_a_ladder_ends_when_the_ticket_is_solved_and_stays_ended(desk):
    ticket = ring(desk, an_urgent_ticket(desk))
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    assert tickets.move(desk, call, "solved").ticket.climbs == ()
    assert tickets.move(desk, call, "open").ticket.climbs == ()


def test_answering_twice_is_said_once(desk):
    ticket = ring(desk, an_urgent_ticket(desk))
    acknowledge(desk, ticket)
    acknowledge(desk, ticket)
    assert len(entries(desk, ticket, "TicketAcknowledged")) == 1


def test_a_step_is_taken_once_however_often_the_timer_rings(desk):
    ticket = an_urgent_ticket(desk)
    for _ in range(5):
        ring(desk, ticket)
    assert [entry.event.step for entry in entries(desk, ticket)] == [0]


def test_what_was_missed_is_not_made_up_for(desk):
    ticket = ring(desk, an_urgent_ticket(desk))
    desk.clock.advance(timedelta(minutes=50))
    after = ring(desk, ticket)
    assert [entry.event.step for entry in entries(desk, ticket)] == [0, 1]
    assert after.climbs[0].next_at == desk.clock.now() + 2 * QUARTER


def test_a_breach_takes_the_ticket_up_as_it_always_did(desk):
    ticket = open_ticket(desk)
    wake(desk, ticket)
    after = wake(desk, ticket)
    assert (after.level, after.team) == (Level.L2, "it-operations")
    (escalated,) = entries(desk, ticket, "TicketEscalated")
    assert (escalated.event.cause, escalated.event.reason) == ("first_response", "first_response breach")
    assert entries(desk, ticket) == []


def climbing(desk):
    """A ticket whose resolution has been warned of, with nothing else that could ring."""
    use(desk, MANAGERS)
    ticket = open_ticket(desk)
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    tickets.update(desk, call, {"assignee": ADA.id})
    while not entries(desk, ticket):
        wake(desk, ticket)
    return ticket


def test_a_warning_can_begin_a_ladder(desk):
    ticket = climbing(desk)
    (step,) = entries(desk, ticket)
    assert step.event.climb == "managers@1:resolution:1:75%"
    assert mails(desk, ticket) == ["ada@people.example"]


def test_steps_wait_for_open_time_where_they_say_so(desk):
    ticket = climbing(desk)
    warned = desk.clock.now()
    (climb,) = desk.tickets.get(ticket.id).climbs
    ladders = ladders_of(desk.settings)
    assert climb.next_at == ladders.due_at(ladders.versions["managers@1"], 1, warned)


def test_steps_raise_the_priority_and_hand_the_ticket_over(desk):
    ticket = climbing(desk)
    while len(entries(desk, ticket)) < 3:
        after = wake(desk, ticket)
    assert after.priority == "P3"
    assert (after.team, after.assignee) == ("it-operations", None)
    assert mails(desk, ticket) == ["ole@people.example"]
    assert after.climbs == ()


def test_a_ladder_goes_on_as_another(desk):
    first = changed(MANAGERS, steps=MANAGERS["steps"][:1], then="next")
    second = {
        "id": "next",
        "when": {"created": ["P1"]},
        "steps": [{"after_seconds": 60, "actions": [{"notify": "on_call"}]}],
    }
    use(desk, first, second)
    ticket = open_ticket(desk)
    while len(entries(desk, ticket)) < 2:
        wake(desk, ticket)
    assert [entry.event.ladder for entry in entries(desk, ticket)] == ["managers@1", "next@1"]


def test_a_ticket_stays_on_the_version_it_began_with(desk):
    ticket = ring(desk, an_urgent_ticket(desk))
    use(desk, MANAGERS)
    desk.clock.advance(QUARTER)
    assert [climb.key for climb in ring(desk, ticket).climbs] == ["page@1:created"]


def test_conditions_narrow_a_ladder(desk):
    page = as_written(FIRST.now("sla"))["ladders"][1]
    use(desk, changed(page, conditions={"category": ["network"]}))
    assert an_urgent_ticket(desk).climbs == ()
    assert open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH, category="network").climbs != ()


def test_somebody_who_left_keeps_no_mail_from_the_others(desk):
    whom = [{"notify": "person:nobody"}, {"notify": "on_call"}]
    use(desk, {"id": "a", "when": {"created": ["P1"]}, "steps": [{"actions": whom}]})
    ticket = ring(desk, an_urgent_ticket(desk))
    assert mails(desk, ticket) == ["ada@people.example"]


STEP = {"after_seconds": 60, "actions": [{"notify": "on_call"}]}
GOOD = {"id": "good", "when": {"created": ["P1"]}, "steps": [STEP]}
REFUSED = {
    "steps": {"steps": []},
    "steps[0].actions": {"steps": [{"after_seconds": 60}]},
    "steps[0].after_seconds": {"steps": [changed(STEP, after_seconds=59)], "repeat": True},
    "steps[0].calendar": {"steps": [changed(STEP, calendar="paris")]},
    "steps[0].actions[0]": {"steps": [changed(STEP, actions=[{"notify": "on_call", "reassign": "service-desk"}])]},
    "steps[0].actions[0].shout": {"steps": [changed(STEP, actions=[{"shout": "now"}])]},
    "steps[0].actions[0].notify": {"steps": [changed(STEP, actions=[{"notify": "team:nowhere"}])]},
    "steps[0].actions[0].reassign": {"steps": [changed(STEP, actions=[{"reassign": "nowhere"}])]},
    "steps[0].actions[0].move_level": {"steps": [changed(STEP, actions=[{"move_level": "L9"}])]},
    "steps[0].actions[0].webhook": {"steps": [changed(STEP, actions=[{"webhook": "http://example.com/"}])]},
    "when.created": {"when": {"created": ["P9"]}},
    "when.clock": {"when": {"clock": "lunch"}},
    "when.step": {"when": {"clock": "resolution", "step": "soon"}},
    "then": {"repeat": True, "then": "good"},
    "conditions.plan": {"conditions": {"plan": ["gold"]}},
}


@pytest.mark.parametrize("place", REFUSED)
def test_a_ladder_that_cannot_be_used_is_refused_with_its_place(place):
    with pytest.raises(SettingError) as refused:
        parse_ladder({**GOOD, **REFUSED[place]}, {"office@1"}, {"service-desk"})
    assert refused.value.place == place


@pytest.mark.parametrize("following", [["a"], ["b", "a"], ["b", "c", "b"], ["nowhere"]])
def test_ladders_that_lead_back_are_refused(following):
    names = ["a", *following]
    files = {name: {**GOOD, "id": name, "then": then} for name, then in zip(names, following, strict=False)}
    with pytest.raises(SettingError) as refused:
        check_endings([(name, parse_ladder(file)) for name, file in files.items()])
    assert refused.value.place.endswith(".then")


def test_only_who_works_on_tickets_acknowledges(desk):
    ticket = an_urgent_ticket(desk)
    stranger = a_person("Mallory", role=Role.REQUESTER)
    with pytest.raises(Exception, match="no ticket"):
        acknowledge(desk, ticket, stranger)
    with pytest.raises(Exception, match="work on tickets"):
        acknowledge(desk, ticket, replace(stranger, id=ticket.requester))
