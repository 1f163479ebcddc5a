"""Random days of two teams: people come, go and lose what let them work, while tickets come in, move and wait.

After every act the desk settles: what was written is heard by assignment, and timers that are due ring.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

import msgspec
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.memory import memory_desk
from helpdesk.assembly.ways import WAYS
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import hand_over, plan, presence, teams
from helpdesk.capabilities.assignment.rules.board import WORKED, place_of
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.capabilities.assignment.rules.wanted import concerns_assignment
from helpdesk.capabilities.levels.actions import correction, escalation
from helpdesk.capabilities.retirement import actions as retirement
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.notices.actions.notification import notify
from helpdesk.core.directory import actions as directory
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.availability import Absence, Availability, Status
from helpdesk.core.staffing.rules.teams import Team, can_work
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import HelpdeskError
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, TeamId, TicketId
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.tickets import a_message

DESK, NIGHT, OPERATIONS = TeamId("service-desk"), TeamId("night-desk"), TeamId("it-operations")
LEVELS: Final = {DESK: Level.L1, NIGHT: Level.L1, OPERATIONS: Level.L2}
LEA = an_agent("Lea", role=Role.LEAD, teams=())
ALEX = an_agent("Alex", role=Role.ADMIN, teams=())
PEOPLE: Final = tuple(map(PersonId, ("ada", "bob", "cem")))
NEVER_RESTS: Final = 200


@dataclass
class Day:
    """A desk with tickets, in the order in which they came."""

    desk: Desk
    opened: list[TicketId] = field(default_factory=list)
    heard: dict[TicketId, int] = field(default_factory=dict)

    def heads(self) -> list[Ticket]:
        return [self.desk.tickets.get(ticket_id) for ticket_id in self.opened]

    def settle(self) -> list[str]:
        """To whom mail went meanwhile."""
        before = len(self.desk.notices.mailer.sent)
        self._rest()
        return [mail.to for mail in self.desk.notices.mailer.sent[before:]]

    def _rest(self) -> None:
        for _ in range(NEVER_RESTS):
            if not (self._published() or self._assigned() or self._rung()):
                return
        raise AssertionError("It never comes to rest")

    def _published(self) -> bool:
        """Entries reach those who hear of them, and assignment as the bus brings them: for every team they touch."""
        found = False
        for ticket_id in self.opened:
            entries = self.desk.tickets.entries(ticket_id)
            for entry in entries[self.heard.get(ticket_id, 0) :]:
                found = True
                notify(self.desk, LETTERS, WAYS, ticket_id, entry.version, entry.id)
                for topic in entry.topics if concerns_assignment(entry) else ():
                    if topic.startswith("team:"):
                        errand = Errand(team=TeamId(topic.removeprefix("team:")), ticket_id=ticket_id)
                        self.desk.assignment.queue.send(errand, entry.id)
            self.heard[ticket_id] = len(entries)
        return found

    def _assigned(self) -> bool:
        bodies = self.desk.assignment.queue.take()
        for body in bodies:
            assignment.run(self.desk, msgspec.json.decode(body, type=Errand))
        return bool(bodies)

    def _rung(self) -> bool:
        now = self.desk.clock.now()
        due = [head for head in self.heads() if head.promise.wake_at and head.promise.wake_at <= now]
        for head in due:
            ringing.ring(self.desk, head.id, head.promise.wake_at)
        return bool(due)

    def check(self, mailed: Sequence[str] = ()) -> None:
        """Who waits is in the line of their team and no other; who owns a ticket can work on it now; mail went to who
        asked and to who answers tickets now.
        """
        now = self.desk.clock.now()
        boards = {team: self.desk.assignment.boards.board(team) for team in LEVELS}
        lines = {team: [waiting.place for waiting in board.line] for team, board in boards.items()}
        heads = self.heads()
        for team in LEVELS:
            waiting = [h for h in heads if h.team == team and h.assignee is None and not h.phase.is_finished]
            assert lines[team] == sorted(map(place_of, waiting)), f"the line of {team}"
            held = {t: person for person, load in boards[team].loads.items() for t in load.held}
            assert held == {h.id: h.assignee for h in heads if h.team == team and h.assignee and h.phase in WORKED}
        retired = {team for team, board in boards.items() if board.team.retired}
        assert not [head.id for head in heads if head.team in retired and not head.phase.is_finished]
        asking = {head.requester_email for head in heads}
        for address in set(mailed) - asking:
            assert getattr(self.desk.directory.by_email(address), "is_staff", False), f"{address} was mailed"
        for head in heads:
            if head.assignee and not head.phase.is_finished:
                assert can_work(self.desk.directory.person(head.assignee), head.team), f"{head.id}: {head.assignee}"
                assert not self.desk.staffing.availability(head.assignee).absence(now), f"{head.id}: {head.assignee}"


def begun() -> Day:
    desk = memory_desk()
    for person in (LEA, ALEX, *(an_agent(name.title(), teams=()) for name in PEOPLE)):
        desk.directory.put_person(person)
    day = Day(desk)
    for team, members in ((DESK, ("ada", "bob")), (NIGHT, ("bob", "cem")), (OPERATIONS, ("cem",))):
        is_staffed(day, team, members)
    return day


@dataclass(frozen=True)
class Act:
    """Something that is tried; whether it is refused is for the desk to say."""

    what: Callable[..., Any]
    how: dict[str, Any]

    def on(self, day: Day) -> None:
        try:
            self.what(day, **self.how)
        except HelpdeskError:
            return

    def __repr__(self) -> str:
        return f"{self.what.__name__}({', '.join(f'{name}={value!r}' for name, value in self.how.items())})"


def comes_in(day: Day, urgency: str) -> None:
    day.opened.append(open_ticket(day.desk, urgency=urgency, impact=urgency).id)


def _wish(day: Day, which: int, by: str = LEA.id) -> Wish:
    return Wish(ticket_id=day.opened[which % len(day.opened)], by=day.desk.directory.person(PersonId(by)).as_actor())


def is_written_on(day: Day, which: int) -> None:
    ticket = day.desk.tickets.get(day.opened[which % len(day.opened)])
    tickets.write(day.desk, _wish(day, which, ticket.requester), a_message())


def moves(day: Day, which: int, state: str) -> None:
    tickets.move(day.desk, _wish(day, which), state, "Because")


def is_given(day: Day, which: int, person: str | None) -> None:
    tickets.update(day.desk, _wish(day, which), {"assignee": person})


def goes_to(day: Day, which: int, team: TeamId) -> None:
    correction.correct_routing(day.desk, _wish(day, which), team, None, "It belongs there")


def is_handed_over(day: Day, which: int, team: TeamId | None, person: str | None) -> None:
    hand_over.hand_over(day.desk, _wish(day, which), HandOver(summary="S", next_step="N"), team, person)


def is_escalated(day: Day, which: int) -> None:
    escalation.escalate(day.desk, _wish(day, which), None, "Too hard", "Everything")


def comes_back(day: Day, which: int) -> None:
    escalation.deescalate(day.desk, _wish(day, which), None, "Restart it", needless=False)


def takes_next(day: Day, who: str, team: TeamId) -> None:
    assignment.take_next(day.desk, day.desk.directory.person(PersonId(who)).as_actor(), team)


def is_staffed(day: Day, team: TeamId, members: tuple[str, ...], next_office: TeamId | None = None) -> None:
    wanted = Team(id=team, name=team, level=LEVELS[team], next_office=next_office)
    held = next((known.revision for known in day.desk.staffing.teams() if known.id == team), 0)
    teams.put_team(day.desk, LEA.as_actor(), wanted, [PersonId(name) for name in members], held)


def signs_in(day: Day, who: str, role: Role) -> None:
    person = day.desk.directory.person(PersonId(who))
    directory.sign_in(day.desk, person.email, person.name, role, person.role_as_of + 1)


def is_deactivated(day: Day, who: str, *, active: bool) -> None:
    change = directory.reactivate if active else directory.deactivate
    change(day.desk, ALEX.as_actor(), PersonId(who))


def is_retired(day: Day, team: TeamId, successor: TeamId | None, *, retired: bool) -> None:
    if retired:
        retirement.retire(day.desk, ALEX.as_actor(), team, successor)
    else:
        retirement.bring_back(day.desk, ALEX.as_actor(), team)


def is_away(day: Day, who: str, after: int, hours: int, substitute: str | None) -> None:
    can, now = day.desk.staffing.availability(PersonId(who)), day.desk.clock.now()
    absence = Absence(
        start=now + timedelta(hours=after), end=now + timedelta(hours=after + hours), substitute=substitute
    )
    _plans(day, who, replace(can, absences=(absence,)))


def is_back(day: Day, who: str) -> None:
    _plans(day, who, replace(day.desk.staffing.availability(PersonId(who)), absences=()))


def works(day: Day, who: str, hours: tuple[str, str] | None) -> None:
    shift = {"timezone": "UTC", "week": {day_of: [hours] for day_of in ("mon", "tue", "wed")}} if hours else None
    _plans(day, who, replace(day.desk.staffing.availability(PersonId(who)), shift=shift))


def has_room(day: Day, who: str, capacity: int) -> None:
    _plans(day, who, replace(day.desk.staffing.availability(PersonId(who)), capacity=capacity))


def _plans(day: Day, who: str, wanted: Availability) -> None:
    plan.plan(day.desk, LEA.as_actor(), PersonId(who), wanted, wanted.revision)


def says(day: Day, who: str, status: Status) -> None:
    presence.set_status(day.desk, day.desk.directory.person(PersonId(who)).as_actor(), status)


def time_passes(day: Day, minutes: int) -> None:
    day.desk.clock.advance(timedelta(minutes=minutes))


def act(what: Callable[..., Any], **how: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    return st.builds(Act, what=st.just(what), how=st.fixed_dictionaries(how))


WHO, WHICH, TEAMS = st.sampled_from(PEOPLE), st.integers(0, 3), st.sampled_from(sorted(LEVELS))
MEMBERS = st.lists(WHO, unique=True, max_size=3).map(tuple)
NOBODY_OR_ONE = st.none() | WHO
ACTS: Final = st.one_of(
    act(comes_in, urgency=st.sampled_from(["low", "high"])),
    act(is_written_on, which=WHICH),
    act(moves, which=WHICH, state=st.sampled_from(["open", "pending", "on_hold", "solved"])),
    act(is_given, which=WHICH, person=NOBODY_OR_ONE),
    act(goes_to, which=WHICH, team=TEAMS),
    act(is_handed_over, which=WHICH, team=st.none() | TEAMS, person=NOBODY_OR_ONE),
    act(is_escalated, which=WHICH),
    act(comes_back, which=WHICH),
    act(takes_next, who=WHO, team=TEAMS),
    act(is_staffed, team=TEAMS, members=MEMBERS),
    act(is_staffed, team=st.just(DESK), members=MEMBERS, next_office=st.just(NIGHT)),
    act(works, who=WHO, hours=st.sampled_from([None, ("06:00", "09:30"), ("09:00", "17:00"), ("22:00", "06:00")])),
    act(signs_in, who=WHO, role=st.sampled_from([Role.REQUESTER, Role.AGENT, Role.AGENT, Role.LEAD])),
    act(is_deactivated, who=WHO, active=st.booleans()),
    act(is_retired, team=TEAMS, successor=st.none() | TEAMS, retired=st.booleans()),
    act(is_away, who=WHO, after=st.sampled_from([0, 0, 2]), hours=st.sampled_from([3, 40]), substitute=NOBODY_OR_ONE),
    act(is_back, who=WHO),
    act(has_room, who=WHO, capacity=st.integers(0, 3)),
    act(says, who=WHO, status=st.sampled_from(Status)),
    act(time_passes, minutes=st.sampled_from([1, 150, 60 * 30])),
)
