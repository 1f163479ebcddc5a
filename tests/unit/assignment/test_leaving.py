"""Every way in which somebody stops working on tickets: what becomes of theirs, of those that wait, and of mail."""

from datetime import timedelta

import msgspec
import pytest
from helpdesk.assembly import ways
from helpdesk.assembly.letters import LETTERS
from helpdesk.capabilities.assignment.actions import dispatching
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.channels.notices.actions.notification import notify
from helpdesk.core.record.clocks import ClockBreached, ClockWarned
from helpdesk.core.record.ladders import LadderStepTaken
from helpdesk.core.staffing.rules.availability import Availability, Status
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import a_requester
from tests.builders.intake import open_ticket
from tests.builders.tickets import a_change, a_message
from tests.teams_at_work import (
    DESK,
    Day,
    begun,
    has_room,
    is_away,
    is_deactivated,
    is_given,
    is_staffed,
    is_written_on,
    moves,
    says,
    signs_in,
)

RITA, BOB, ADA = "rita@people.example", "bob@people.example", "ada@people.example"
OPEN, PENDING = range(2)
ALL = ("ada", "bob", "cem")


def away_for(substitute, *before):
    """Away, with a substitute who lost what made them one."""

    def way(day):
        is_away(day, "ada", 0, 40, substitute)
        for act, *how in before:
            act(day, *how)

    return way


WAYS = {
    "taken out of the team": lambda day: is_staffed(day, DESK, ("bob",)),
    "role lost": lambda day: signs_in(day, "ada", Role.REQUESTER),
    "deactivated": lambda day: is_deactivated(day, "ada", active=False),
    "away": away_for(None),
    "away, the substitute is of another team": away_for("cem"),
    "away, the substitute is away": away_for("cem", (is_staffed, DESK, ALL), (is_away, "cem", 0, 9, None)),
    "away, the substitute left": away_for("cem", (is_staffed, DESK, ALL), (is_staffed, DESK, ("ada", "bob"))),
    "away, the substitute lost their role": away_for("cem", (signs_in, "cem", Role.REQUESTER)),
}


@pytest.fixture
def day() -> Day:
    """Ada has an open ticket and one that waits for Rita; a third speaks a language that nobody does."""
    day = begun()
    for person in ALL:
        day.desk.staffing.put_availability(day.desk.directory.person(person), Availability(languages=("en",)))
    for language in ("en", "en", "fr"):
        day.opened.append(open_ticket(day.desk, by=a_requester(), text_language=language).id)
    day.settle()
    is_given(day, OPEN, "ada")
    is_given(day, PENDING, "ada")
    moves(day, PENDING, "pending")
    day.settle()
    assert owners(day) == ["ada", "ada", None]
    return day


def owners(day):
    return [head.assignee for head in day.heads()]


def told(day, since):
    """Whom was written since, and what: the words that tell the letters apart."""
    words = {"is now yours": "assigned", "handed over": "handed over", "back in your queue": "returned"}
    return [
        (mail.to, next((kind for text, kind in words.items() if text in mail.text), mail.text))
        for mail in day.desk.notices.mailer.sent[since:]
    ]


@pytest.mark.parametrize("way", WAYS)
def test_what_they_have_is_given_to_a_colleague_at_once(day, way):
    before = len(day.desk.notices.mailer.sent)
    WAYS[way](day)
    day.check(mailed=day.settle())
    assert owners(day) == ["bob", "bob", None]
    assert told(day, before) == [(BOB, "assigned")] * 2


@pytest.mark.parametrize("way", WAYS)
def test_without_a_colleague_who_can_it_stands_in_line_and_who_is_on_duty_is_told(day, way):
    has_room(day, "bob", 0)
    day.settle()
    before = len(day.desk.notices.mailer.sent)
    WAYS[way](day)
    day.check(mailed=day.settle())
    assert owners(day) == [None, None, None]
    assert told(day, before) == [(BOB, "returned")] * 2
    has_room(day, "bob", 5)
    day.check(mailed=day.settle())
    assert owners(day) == ["bob", "bob", None]


@pytest.mark.parametrize("way", WAYS)
def test_the_requesters_next_words_go_to_who_has_it_now(day, way):
    WAYS[way](day)
    day.settle()
    is_written_on(day, OPEN)
    is_written_on(day, PENDING)
    assert set(day.settle()) == {BOB}


@pytest.mark.parametrize("way", WAYS)
def test_words_that_come_before_assignment_has_looked_are_not_mailed_to_who_left(day, way):
    """Whoever goes on with it is not known yet: who is on duty hears of it."""
    WAYS[way](day)
    assert mailed_at_once(day, OPEN) == [BOB]


def mailed_at_once(day, which):
    """Whom the requester's words are mailed to, before anything else happens."""
    is_written_on(day, which)
    ticket, before = day.desk.tickets.get(day.opened[which]), len(day.desk.notices.mailer.sent)
    entry = next(e for e in day.desk.tickets.commit(ticket.id, ticket.version) if e.type == "MessageAdded")
    notify(day.desk, LETTERS, ways.WAYS, ticket.id, ticket.version, entry.id)
    return [mail.to for mail in day.desk.notices.mailer.sent[before:]]


SHIFT = {"timezone": "UTC", "week": {"sun": [["00:00", "01:00"]]}}


def off_shift(day):
    ada = day.desk.directory.person("ada")
    day.desk.staffing.put_availability(ada, Availability(shift=SHIFT))


NOT_THERE = {
    # how Ada is: who hears what the requester of her ticket writes
    "there": (lambda _: None, [ADA]),
    "busy": (lambda day: says(day, "ada", Status.BUSY), [ADA]),
    "away for a while": (lambda day: says(day, "ada", Status.AWAY), [ADA]),
    "offline": (lambda day: says(day, "ada", Status.OFFLINE), [ADA, BOB]),
    "off her shift": (off_shift, [ADA, BOB]),
    "off her shift, as is everybody": (lambda day: (off_shift(day), says(day, "bob", Status.OFFLINE)), [ADA]),
    "absent with a substitute": (lambda day: is_away(day, "ada", 0, 40, "bob"), [BOB]),
    "absent, the substitute is offline": (
        lambda day: (is_away(day, "ada", 0, 40, "bob"), says(day, "bob", Status.OFFLINE)),
        [BOB],
    ),
    "absent, nobody is there": (
        lambda day: (is_away(day, "ada", 0, 40, None), says(day, "bob", Status.OFFLINE)),
        [BOB],
    ),
}


@pytest.mark.parametrize("how", NOT_THERE)
def test_the_requesters_words_reach_somebody_who_is_there(day, how):
    act, hear = NOT_THERE[how]
    act(day)
    assert mailed_at_once(day, OPEN) == hear


def test_who_comes_back_before_anybody_went_on_hears_it_again(day):
    is_away(day, "ada", 0, 40, None)
    day.desk.clock.advance(timedelta(hours=41))
    assert mailed_at_once(day, OPEN) == [ADA]


DUE = "2026-03-02T12:00:00+00:00"
FOR_THE_OWNER = [
    ClockWarned(clock="resolution", step="resolution:1:75%", due_at=DUE),
    ClockBreached(clock="resolution", step="resolution:1:breach", due_at=DUE),
    LadderStepTaken(ladder="page@1", climb="page@1:created", step=0, notify=("assignee",)),
]


@pytest.mark.parametrize("event", FOR_THE_OWNER, ids=lambda event: type(event).__name__)
@pytest.mark.parametrize("way", WAYS)
def test_what_time_has_to_say_to_an_owner_who_left_is_said_to_who_is_on_duty(day, way, event):
    WAYS[way](day)
    assert mailed_of(day, event) == [BOB]


@pytest.mark.parametrize("way", ["role lost", "deactivated"])
def test_a_ladder_that_names_somebody_who_left_pages_who_is_on_duty(day, way):
    page = LadderStepTaken(ladder="page@1", climb="page@1:created", step=0, notify=("person:ada",))
    assert mailed_of(day, page) == [ADA]
    WAYS[way](day)
    assert mailed_of(day, page) == [BOB]


def mailed_of(day, event):
    """Whom it is mailed to that this happened to the open ticket, before anything else happens."""
    change = a_change(day.desk.tickets.get(day.opened[OPEN]), event, by=system("timer"), at=day.desk.clock.now())
    day.desk.tickets.save(change)
    before = len(day.desk.notices.mailer.sent)
    notify(day.desk, LETTERS, ways.WAYS, change.after.id, change.after.version, change.entries[0].id)
    return [mail.to for mail in day.desk.notices.mailer.sent[before:]]


def test_who_stands_in_and_leaves_hands_on_what_they_stood_in_for(day):
    is_staffed(day, DESK, ALL)
    is_away(day, "ada", 0, 40, "cem")
    day.settle()
    assert owners(day) == ["cem", "cem", None]
    signs_in(day, "cem", Role.REQUESTER)
    day.check(mailed=day.settle())
    assert owners(day) == ["bob", "bob", None]


def test_who_comes_back_to_the_team_is_given_what_waits(day):
    has_room(day, "bob", 0)
    signs_in(day, "ada", Role.REQUESTER)
    day.settle()
    assert owners(day) == [None, None, None]
    signs_in(day, "ada", Role.AGENT)
    day.check(mailed=day.settle())
    assert owners(day) == ["ada", "ada", None]


def test_a_requester_who_was_staff_is_written_to_as_a_requester_alone(day):
    """Ada asked for something herself, which a colleague works on."""
    day.opened.append(open_ticket(day.desk, by=day.desk.directory.person("ada")).id)
    day.settle()
    is_given(day, 3, "bob")
    signs_in(day, "ada", Role.REQUESTER)
    day.settle()
    before = len(day.desk.notices.mailer.sent)
    tickets.write(day.desk, Wish(ticket_id=day.opened[3], by=day.desk.directory.person("bob").as_actor()), a_message())
    assert (day.settle(), told(day, before)[0][1].splitlines()[0]) == ([ADA], "Hello Ada,")


def test_many_tickets_are_a_message_for_each_page(day, monkeypatch):
    monkeypatch.setattr(dispatching, "PAGE", 3)
    has_room(day, "bob", 0)
    for _ in range(8):
        day.opened.append(open_ticket(day.desk, by=a_requester()).id)
        is_given(day, len(day.opened) - 1, "ada")
    day.settle()
    signs_in(day, "ada", Role.REQUESTER)
    pages = []
    while bodies := day.desk.assignment.queue.take():
        pages += bodies
        for body in bodies:
            looked = dispatching.run(day.desk, msgspec.json.decode(body, type=Errand)).tickets
            assert len(looked) <= 2 * 3
    assert 1 < len(pages) <= 4
    day.check()
    assert owners(day) == [None] * 11


def test_what_a_worker_did_not_tell_of_is_found_by_the_teams_next_step(day):
    signs_in(day, "ada", Role.REQUESTER)
    assert len(day.desk.assignment.queue.take()) == 1  # lost with the worker that took it
    day.opened.append(open_ticket(day.desk, by=a_requester()).id)
    day.settle()
    assert owners(day)[OPEN] == "bob"


def test_nobody_takes_the_next_of_a_team_they_left(day):
    signs_in(day, "ada", Role.REQUESTER)
    signs_in(day, "ada", Role.AGENT)
    is_staffed(day, DESK, ("bob",))
    with pytest.raises(NotFoundError):
        dispatching.take_next(day.desk, day.desk.directory.person("ada").as_actor(), DESK)
