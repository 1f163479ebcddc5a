"""notify_people: one who cannot be told keeps the mail from nobody else, is named to leads, and is a failed event."""

from collections.abc import Sequence

import pytest
from helpdesk.assembly import memory
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules.telling import UntoldError
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.actions.change import REFUSED_FOR
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role, Scale
from msgspec.structs import replace

from tests.builders.directory import a_person, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.facts import Event, facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

ATTEMPTS = 3  # as often as Lambda calls for one event
BETWEEN = (60, 120)  # seconds, as Lambda waits
JOERG = an_agent("Aaron Jörg", id="aaron", email="jörg@people.example")
LEA = a_person("Lea", role=Role.LEAD, email="lea@people.example")
ADMIN = a_person("Zoe", role=Role.ADMIN, email="zoe@people.example")


@pytest.fixture
def page(desk: Desk) -> Event:
    """A P1 ticket pages all who are on call: one whose address is none comes first of them."""
    staff(desk, JOERG, LEA, ADMIN)
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    ladders.climb(desk, ticket.id, "page@1:created")
    (fact,) = facts_of(desk, ticket.id, "LadderStepTaken")
    return fact


def letters(desk: Desk, since: int = 0) -> list[tuple[str, str]]:
    """To whom, and which."""
    words = {"needs somebody now": "page", "cannot be sent": "untold"}
    sent: Sequence[Mail] = desk.notices.mailer.sent[since:]
    return sorted((mail.to, next(kind for text, kind in words.items() if text in mail.text)) for mail in sent)


def delivered(desk: Desk, fact: Event) -> list[str]:
    """As Lambda delivers it: again when it was raised, up to three times; what was raised each time."""
    raised = []
    for attempt in range(ATTEMPTS):
        try:
            invoke("notify_people", fact)
        except Exception as error:  # noqa: BLE001 - whatever it is, Lambda calls again
            raised.append(f"{type(error).__name__}: {error}")
            desk.clock.pause(BETWEEN[attempt] if attempt < len(BETWEEN) else 0)
            continue
        break
    return raised


TOLD = [(ADMIN.email, "page"), (ADMIN.email, "untold"), (LEA.email, "page"), (LEA.email, "untold")]
TOLD.sort()


def test_everybody_else_is_told_and_leads_learn_who_was_not(desk: Desk, page: Event):
    raised = delivered(desk, page)
    assert letters(desk) == TOLD
    assert len(raised) == ATTEMPTS
    assert all("UntoldError" in each and "aaron" in each for each in raised)
    assert "jörg@" not in str(raised)
    (told,) = [mail for mail in desk.notices.mailer.sent if mail.to == LEA.email and "cannot be sent" in mail.text]
    assert "Aaron Jörg" in told.text


def test_an_address_that_is_refused_is_not_tried_three_times(desk: Desk, page: Event):
    tried = []
    send = desk.notices.mailer.send
    desk.notices.mailer.send = lambda mail: (tried.append(mail.to), send(mail))[1]
    delivered(desk, page)
    assert tried.count(JOERG.email) == 1


def test_replayed_with_an_address_that_is_mended_it_is_sent(desk: Desk, page: Event):
    delivered(desk, page)
    desk.directory.put_person(replace(JOERG, email="joerg@people.example"))
    desk.clock.advance(REFUSED_FOR)
    before = len(desk.notices.mailer.sent)
    invoke("notify_people", page)
    assert letters(desk, before) == [("joerg@people.example", "page")]


def test_a_second_bad_address_is_named_too(desk: Desk, page: Event):
    staff(desk, an_agent("Bert", email="bert"))
    (first, *_) = delivered(desk, page)
    assert "aaron" in first
    assert "bert" in first
    untold = [mail.text for mail in desk.notices.mailer.sent if mail.to == LEA.email and "cannot be sent" in mail.text]
    assert sorted("Bert" in text for text in untold) == [False, True]


def test_without_a_lead_colleagues_learn_of_it(desk: Desk):
    staff(desk, JOERG, an_agent("Ada"))
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    ladders.climb(desk, ticket.id, "page@1:created")
    delivered(desk, facts_of(desk, ticket.id, "LadderStepTaken")[0])
    assert letters(desk) == [("ada@people.example", "page"), ("ada@people.example", "untold")]


def test_leads_learn_that_a_requester_cannot_be_answered(desk: Desk):
    staff(desk, LEA)
    paul = a_person("Paul", email="paul.o\N{RIGHT SINGLE QUOTATION MARK}connor@people.example")
    desk.directory.put_person(paul)
    ticket = open_ticket(desk, by=paul)
    delivered(desk, facts_of(desk, ticket.id, "TicketCreated")[0])
    assert letters(desk) == [(LEA.email, "untold")]


def test_leads_learn_of_it_once_for_each_ticket_however_many_letters_there_are(http: Gateway, desk: Desk):
    staff(desk, LEA, an_agent("Ada"))
    paul = a_person("Paul", email="paul")
    desk.directory.put_person(paul)
    for expected in (1, 2):
        ticket = open_ticket(desk, by=paul)
        for body in ("Well?", "Still there?"):
            http.post(f"/api/tickets/{ticket.id}/messages", {"body": body}, by=LEA)
        for fact in facts_of(desk, ticket.id, "TicketCreated", "MessageAdded"):
            assert delivered(desk, fact)
        assert letters(desk) == [(LEA.email, "untold")] * expected


FAULTS = [ConnectionError("SES is down"), KeyError("a template"), TimeoutError(), ValueError("x@y.example")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_fault_of_any_class_at_one_keeps_it_from_nobody_else_and_is_tried_again(
    desk: Desk, page: Event, monkeypatch: pytest.MonkeyPatch, fault: Exception
):
    """Leads are told of addresses that are refused, not of a service that has a bad minute."""
    desk.directory.put_person(replace(JOERG, email="aaron@people.example"))
    send = desk.notices.mailer.send

    def broken(mail: Mail) -> str:
        if mail.to == "aaron@people.example":
            raise fault
        return str(send(mail))

    with monkeypatch.context() as patch:
        patch.setattr(desk.notices.mailer, "send", broken)
        with pytest.raises(UntoldError, match=f"aaron.*{type(fault).__name__}") as raised:
            invoke("notify_people", page)
    assert "x@y.example" not in str(raised.value)
    assert letters(desk) == [(LEA.email, "page"), (ADMIN.email, "page")]
    desk.clock.pause(BETWEEN[0])
    invoke("notify_people", page)
    assert letters(desk, 2) == [("aaron@people.example", "page")]


def test_somebody_who_cannot_be_read_keeps_it_from_nobody_else(
    desk: Desk, page: Event, monkeypatch: pytest.MonkeyPatch
):
    person = desk.directory.person

    def read(person_id: str) -> Person:
        if person_id == JOERG.id:
            raise ValueError("Object missing required field `name`")
        return person(person_id)

    monkeypatch.setattr(desk.directory, "person", read)
    with pytest.raises(UntoldError, match="aaron"):
        invoke("notify_people", page)
    assert letters(desk) == [(LEA.email, "page"), (ADMIN.email, "page")]


@pytest.mark.parametrize("first", [1, 0], ids=["first", "last"])
def test_a_capability_that_cannot_say_whom_to_tell_silences_none_of_the_others(
    desk: Desk, page: Event, monkeypatch: pytest.MonkeyPatch, first: int
):
    def says(_: Told) -> list[Notice]:
        raise ArithmeticError

    broken, hooks = Hooks(notices=says), memory.ON_TICKETS
    wanted = replace(desk, hooks=lambda: (broken, *hooks) if first else (*hooks, broken))
    monkeypatch.setattr("functions.notify_people.app.desk", lambda: wanted)
    with pytest.raises(UntoldError, match="ArithmeticError"):
        invoke("notify_people", page)
    assert (LEA.email, "page") in letters(desk)


def test_a_team_that_cannot_be_looked_up_silences_no_other_notice(
    desk: Desk, page: Event, monkeypatch: pytest.MonkeyPatch
):
    def board(_: str) -> None:
        raise ConnectionError

    def says(_: Told) -> list[Notice]:
        return [Notice(template="page", person=LEA.id)]

    wanted = replace(desk, hooks=lambda: (*memory.ON_TICKETS, Hooks(notices=says)))
    monkeypatch.setattr("functions.notify_people.app.desk", lambda: wanted)
    monkeypatch.setattr(desk.assignment.boards, "board", board)
    with pytest.raises(UntoldError, match="service-desk"):
        invoke("notify_people", page)
    assert letters(desk) == [(LEA.email, "page")]


def test_a_zone_that_nobody_knows_costs_nobody_their_mail(desk: Desk):
    """Times are then said in the zone of all."""
    staff(desk, an_agent("Ada", timezone="Europe/Atlantis"), team="it-operations", level=Level.L2)
    ticket = open_ticket(desk)
    desk.clock.set(ticket.promise.next_deadline)
    ringing.ring(desk, ticket.id)
    for fact in facts_of(desk, ticket.id, "ClockWarned", "ClockBreached"):
        invoke("notify_people", fact)
    assert desk.notices.mailer.sent
    assert all("UTC" in mail.text for mail in desk.notices.mailer.sent)
