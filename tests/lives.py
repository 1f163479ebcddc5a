"""Random lives of a ticket at a desk: what people, timers and assignment may do to it, in any order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.participants import actions as participants
from helpdesk.capabilities.pins import actions as pins
from helpdesk.capabilities.sides import actions as sides
from helpdesk.capabilities.sides.rules import SideLetter
from helpdesk.capabilities.surveys import actions as surveys
from helpdesk.capabilities.surveys.rules import RATINGS
from helpdesk.capabilities.surveys.settings import TERMS as SURVEY
from helpdesk.capabilities.surveys.settings import SurveyTerms
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.notices.rules.tokens import private_thread, reply_address
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import HelpdeskError
from helpdesk.foundation.kernel.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Priority,
    Role,
    Scale,
    TeamId,
    TicketId,
)
from hypothesis import strategies as st

from tests.builders.assets import an_asset
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.mail import a_mail, delivered, with_mailboxes
from tests.builders.staffing import staff
from tests.builders.tickets import a_message, a_note

BLIND = "blind.example"
ADA, OLIVIA, NINA = an_agent(), an_agent("Olivia", teams=("it-operations",)), an_agent("Nina", teams=("experts",))
STATES = st.sampled_from(sorted(TERMS.at_first().states))
CATEGORIES = st.sampled_from([None, *(category.id for category in TERMS.at_first().categories)])


@dataclass(frozen=True)
class World:
    desk: Desk
    ticket_id: TicketId

    def by(self, who: str) -> Actor:
        if who == "requester":
            return self.desk.directory.person(self.desk.tickets.get(self.ticket_id).requester).as_actor()
        if who == "guest":
            requester = self.desk.tickets.get(self.ticket_id).requester
            return Actor(id=requester, role=Role.GUEST, ticket_id=self.ticket_id)
        if who == "participant":
            found = self.desk.directory.by_email("paul@people.example")
            return Actor(id=found.id if found else "paul", role=Role.GUEST, ticket_id=self.ticket_id)
        return ADA.as_actor()

    def call(self, who: str = "agent") -> Wish:
        return Wish(ticket_id=self.ticket_id, by=self.by(who))


def begun(**draft: Any) -> World:
    desk = memory_desk()
    staff(desk, ADA)
    staff(desk, OLIVIA, team="it-operations", level=Level.L2)
    an_asset(desk, tag="INV 7", impact=Scale.MEDIUM)
    an_asset(desk, id="core-switch", name="Core switch", type="switch", impact=Scale.HIGH)
    for team in ("network-experts", "server-experts", "application-experts"):
        staff(desk, NINA, team=team, level=Level.L3)
    desk.settings.let(SURVEY, SurveyTerms(on=True, delay=timedelta(hours=2)))
    return World(desk, open_ticket(desk, by=a_requester(), **draft).id)


@dataclass(frozen=True)
class Act:
    """Something that is tried; whether it is refused is for the desk to say."""

    what: Callable[..., Any]
    how: dict[str, Any]

    def on(self, world: World) -> None:
        try:
            self.what(world, **self.how)
        except HelpdeskError:
            return

    def __repr__(self) -> str:
        how = ", ".join(f"{name}={value!r}" for name, value in self.how.items() if value is not None)
        return f"{self.what.__name__}({how})"


def writes(world: World, who: str, state: str | None) -> None:
    tickets.write(world.desk, world.call(who), a_message(state=state))


def notes(world: World, state: str | None) -> None:
    tickets.write(world.desk, world.call(), a_note(state=state))


def moves(world: World, who: str, state: str, hours: int | None, vendor: str | None) -> None:
    until = world.desk.clock.now() + timedelta(hours=hours) if hours else None
    tickets.move(world.desk, world.call(who), state, "Because", until, vendor)


def changes(world: World, wishes: dict[str, Any]) -> None:
    tickets.update(world.desk, world.call(), wishes)


def escalates(world: World, level: Level | None) -> None:
    escalation.escalate(world.desk, world.call(), level, "Too hard", "Everything")


def hands_back(world: World, level: Level | None) -> None:
    escalation.deescalate(world.desk, world.call(), level, "Restart it", needless=False)


def acknowledges(world: World) -> None:
    ladders.acknowledge(world.desk, world.call())


def pins_a_note(world: World, who: str, text: str) -> None:
    pins.pin(world.desk, world.call(who), text)


def adds(world: World, who: str, name: str) -> None:
    participants.add(world.desk, world.call(who), Invited(email=f"{name}@people.example", name=name))


def removes(world: World, who: str, name: str) -> None:
    person = world.desk.directory.by_email(f"{name}@people.example")
    participants.remove(world.desk, world.call(who), person.id if person else PersonId(name))


def writes_beside(world: World, who: str, which: str | None, name: str) -> None:
    """To people outside, of whom some also take part in the ticket."""
    letter = SideLetter(body="BESIDE we ask", subject="BESIDE", to=(f"{name}@people.example",))
    if which is None:
        sides.begin(world.desk, world.call(who), letter, ())
    else:
        sides.answer(world.desk, world.call(who), which, letter, ())


def is_answered_beside(world: World, which: str, name: str) -> None:
    to = reply_address(world.desk, world.ticket_id, which)
    sender, cc = f"{name}@people.example", "paul@people.example, rita@people.example"
    raw = a_mail("BESIDE they answer", sender, "BESIDE", Cc=cc, files=(("beside.txt", b"BESIDE"),))
    delivered(with_mailboxes(world.desk), raw, recipients=(to,), sender=sender)


def copies_blind(world: World, who: str, names: list[str], cc: list[str]) -> None:
    """To people of whom nobody else is to learn, some of whom take part in the ticket."""
    bcc, openly = (tuple(Invited(email=f"{name}@{BLIND}") for name in each) for each in (names, cc))
    tickets.write(world.desk, world.call(who), a_message(bcc=bcc, cc=openly))


def answers_blind(world: World, name: str, sender: str) -> None:
    """By the way back of a blind copy, be it passed on to others."""
    to = reply_address(world.desk, world.ticket_id, private_thread(f"{name}@{BLIND}"))
    raw = a_mail("UNSEEN they answer", f"{sender}@{BLIND}", "UNSEEN", files=(("unseen.txt", b"UNSEEN"),))
    delivered(with_mailboxes(world.desk), raw, recipients=(to,), sender=f"{sender}@{BLIND}")


def closes_beside(world: World, which: str, open_again: int) -> None:
    sides.set_open(world.desk, world.call(), which, is_open=bool(open_again))


def rates(world: World, rating: int) -> None:
    ticket = world.desk.tickets.get(world.ticket_id)
    cycle = ticket.survey.cycle if ticket.survey else 1
    invited = surveys.Invitation(by=world.by("guest"), ticket_id=ticket.id, cycle=cycle)
    surveys.rate(world.desk, invited, rating, "", None)


def is_assigned(world: World) -> None:
    assignment.assign(world.desk, world.ticket_id, world.desk.tickets.get(world.ticket_id).team)


def waits(world: World, minutes: int) -> None:
    world.desk.clock.advance(timedelta(minutes=minutes))


def rings(world: World, late: int) -> None:
    """Its timer rings, on time or late. Whatever the ticket went through, that is never refused."""
    wake_at = world.desk.tickets.get(world.ticket_id).promise.wake_at
    if wake_at is None:
        return
    if wake_at > world.desk.clock.now():
        world.desk.clock.set(wake_at)
    world.desk.clock.advance(timedelta(minutes=late))
    for _ in range(3):
        try:
            wake_at = ringing.ring(world.desk, world.ticket_id, wake_at)
        except HelpdeskError as error:
            raise AssertionError(f"A ring was refused: {error!r}") from error
        if wake_at is None or wake_at > world.desk.clock.now():
            return
    raise AssertionError("It would ring again at once, for ever")


def rings_early(world: World) -> None:
    ringing.ring(world.desk, world.ticket_id, world.desk.tickets.get(world.ticket_id).promise.wake_at)


WISHES = st.fixed_dictionaries(
    {},
    optional={
        "subject": st.sampled_from(["One", "Other"]),
        "kind": st.sampled_from(Kind),
        "category": CATEGORIES,
        "impact": st.sampled_from(Scale),
        "urgency": st.sampled_from(Scale),
        "priority": st.sampled_from(Priority),
        "level": st.sampled_from(Level),
        "team": st.sampled_from([TeamId("service-desk"), TeamId("it-operations")]),
        "assignee": st.sampled_from([None, PersonId("ada"), PersonId("olivia"), PersonId("nina")]),
        "organization": st.sampled_from(["acme", "umbrella"]),
        "assets": st.lists(st.sampled_from(["printer-hall", "inv 7", "core-switch", "gone"]), max_size=3).map(tuple),
    },
)
LEVELS = st.none() | st.sampled_from(Level)


def act(what: Callable[..., Any], **how: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    return st.builds(Act, what=st.just(what), how=st.fixed_dictionaries(how))


BESIDE = st.one_of(
    act(
        writes_beside,
        who=st.sampled_from(["agent", "agent", "requester", "participant"]),
        which=st.sampled_from([None, None, "s1", "s2"]),
        name=st.sampled_from(["vera", "paul", "rita"]),
    ),
    act(is_answered_beside, which=st.sampled_from(["s1", "s2"]), name=st.sampled_from(["vera", "paul", "rita", "eve"])),
    act(closes_beside, which=st.sampled_from(["s1", "s2"]), open_again=st.integers(0, 1)),
)
UNSEEN = st.one_of(
    act(
        copies_blind,
        who=st.sampled_from(["agent", "agent", "requester", "participant"]),
        names=st.lists(st.sampled_from(["bea", "ben"]), min_size=1, max_size=3),
        cc=st.lists(st.just("ben"), max_size=1),
    ),
    act(answers_blind, name=st.sampled_from(["bea", "ben"]), sender=st.sampled_from(["bea", "ben", "eve"])),
)
ACTS = st.one_of(
    act(writes, who=st.sampled_from(["agent", "requester", "guest", "participant"]), state=st.none() | STATES),
    act(notes, state=st.none() | STATES),
    act(
        moves,
        who=st.sampled_from(["agent", "requester"]),
        state=STATES,
        hours=st.none() | st.integers(1, 100),
        vendor=st.sampled_from([None, None, "acme", "printer-works"]),
    ),
    act(changes, wishes=WISHES),
    act(escalates, level=LEVELS),
    act(hands_back, level=LEVELS),
    act(acknowledges),
    act(rates, rating=st.sampled_from(RATINGS)),
    act(pins_a_note, who=st.sampled_from(["agent", "requester"]), text=st.sampled_from(["", "One", "Other"])),
    act(adds, who=st.sampled_from(["agent", "requester"]), name=st.sampled_from(["paul", "olga", "rita"])),
    act(removes, who=st.sampled_from(["agent", "participant"]), name=st.sampled_from(["paul", "olga"])),
    BESIDE,
    UNSEEN,
    act(is_assigned),
    act(waits, minutes=st.sampled_from([1, 30, 60 * 5, 60 * 24 * 3])),
    act(rings, late=st.sampled_from([0, 0, 1, 60 * 24 * 2])),
    act(rings_early),
)
DRAFTS = st.fixed_dictionaries(
    {
        "impact": st.sampled_from(Scale),
        "urgency": st.sampled_from(Scale),
        "category": CATEGORIES,
        "channel": st.sampled_from(Channel),
        "kind": st.sampled_from(Kind),
        "assets": st.sampled_from([(), ("INV 7",), ("core-switch", "gone")]),
    }
)
