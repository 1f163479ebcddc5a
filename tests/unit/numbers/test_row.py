"""Every field of a row, counted again in the plainest way: from entry to entry, by the head that each left."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from helpdesk.capabilities.levels.actions import correction, escalation
from helpdesk.capabilities.numbers.rules.counting import row_of
from helpdesk.capabilities.numbers.rules.row import Answered, Lasted
from helpdesk.core.calendars.rules.hours import working_time_between
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.record.fold import evolve
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Phase, Role
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.lives import ACTS, DRAFTS, World, act, begun, changes, escalates, moves, rates, waits, writes

NOW = datetime(2026, 11, 1, tzinfo=UTC)
ZOE = an_agent("Zoe")
LEAD = an_agent("Lena", role=Role.LEAD)
DONE = {Phase.SOLVED, Phase.CLOSED}


def heads_of(entries):
    heads = [None]
    for entry in entries:
        heads.append(evolve(heads[-1], entry))
    return heads[1:]


class Recount:
    """What happened, entry by entry; `when` never goes back."""

    def __init__(self, ticket, entries, calendar):
        self.entries, self.heads, self.calendar = entries, heads_of(entries), calendar
        self.when = []
        for entry in entries:
            self.when.append(max([entry.at, *self.when]))
        self.last = ticket

    def lasted(self, spans):
        """Whole seconds of many spans together."""
        spans = list(spans)
        plain = sum(((end - start) for start, end in spans), timedelta())
        if self.calendar is None:
            return Lasted(calendar=plain // timedelta(seconds=1))
        hours = sum((working_time_between(self.calendar, *span) for span in spans), timedelta())
        return Lasted(calendar=plain // timedelta(seconds=1), business=hours // timedelta(seconds=1))

    def answered(self, asked, at):
        long = self.lasted([(asked, at)])
        return Answered(at=at, calendar=long.calendar, business=long.business)

    def spans(self, test):
        """Between two entries all is as the first of them left it."""
        pairs = pairwise(zip(self.when, self.heads, strict=True))
        return [(at, until) for (at, head), (until, _) in pairs if head.phase not in DONE and test(head)]

    def turns(self, into_done):
        """When it became finished, or open again."""
        return [
            at
            for at, before, after in zip(self.when[1:], self.heads, self.heads[1:], strict=False)
            if (before.phase in DONE) != (after.phase in DONE) and (after.phase in DONE) is into_done
        ]

    def answers(self):
        """By number of the entry: public words of people who work here, or what they told the requester elsewhere."""
        for number, entry in enumerate(self.entries[1:], 1):
            fact = entry.event
            wrote = entry.type == "MessageAdded" and fact.is_public and fact.by.is_staff and not fact.automatic
            told = entry.type == "StateChanged" and fact.told
            if (wrote or told) and self.heads[number - 1].phase not in DONE:
                yield number

    def asked(self, number):
        entry, before = self.entries[number], self.heads[number - 1]
        wrote = entry.type == "MessageAdded" and entry.event.is_public and not entry.event.by.is_staff
        reopened = before.phase in DONE and self.heads[number].phase not in DONE
        return reopened or (wrote and not entry.event.automatic and before.phase not in DONE)

    def later_waits(self):
        """From the first thing that was asked since the answer before (or since it was opened again)."""
        answers = list(self.answers())
        for before, answer in pairwise(answers):
            since = max([before, *(n for n in range(before, answer) if self.heads[n].phase in DONE)])
            asked = [number for number in range(since + 1, answer) if self.asked(number)]
            if asked:
                yield self.when[asked[0]], self.when[answer]

    def owners(self):
        held = [head.assignee for head in self.heads]
        return [b for a, b in zip([None, *held], held, strict=False) if b and a != b]

    def needless(self):
        found, raised = 0, []
        for entry in self.entries:
            fact = entry.event
            if entry.type == "TicketEscalated":
                raised.append(fact.previous_level)
            if entry.type == "TicketDeescalated" or (entry.type == "TicketUpdated" and fact.level):
                answered = [level for level in raised if level.value >= fact.level.value]
                raised = [level for level in raised if level not in answered]
                found += len(answered) if getattr(fact, "needless", False) else 0
        return found


def recounted(ticket, entries, book):
    count = Recount(ticket, entries, book.calendar_of(ticket.policy))
    first, answers, owners = entries[0], list(count.answers()), count.owners()
    finished, reopened = count.turns(into_done=True), count.turns(into_done=False)
    was_solved = any(head.phase is Phase.SOLVED for head in count.heads[_last_open(count.heads) + 1 :])
    solved_at = finished[-1] if ticket.phase in DONE and was_solved else None
    closings = [
        at
        for at, before, after in zip(count.when, [None, *count.heads], count.heads, strict=False)
        if after.phase is Phase.CLOSED and (before is None or before.phase is not Phase.CLOSED)
    ]
    climbs = [entry.event for entry in entries if entry.type == "TicketEscalated"]
    solved = [(a, b) for a, b in pairwise(count.heads) if b.phase is Phase.SOLVED and a.phase not in DONE]
    rates = [each for each in entries if each.type == "SatisfactionRated" and each.event.cycle == len(solved)]
    clocks = (
        [] if ticket.phase is Phase.CLOSED and not was_solved else ledger_of(ticket, book, ticket.updated_at).clocks
    )
    switched = sum(1 for a, b in pairwise(owners) if a != b)
    return {
        "id": ticket.id,
        "version": len({entry.version for entry in entries}),
        "created_at": first.at,
        "changed_at": entries[-1].at,
        "team": ticket.team,
        "handled_by": owners[-1] if owners else None,
        "solved_at": solved_at,
        "closed_at": closings[-1] if ticket.phase is Phase.CLOSED else None,
        "opened": (first.at, *reopened),
        "finished": tuple(finished),
        "cancelled": ticket.phase is Phase.CLOSED and not was_solved,
        "reopened": len(reopened),
        "answers": len(answers),
        "first_response": count.answered(first.at, count.when[answers[0]]) if answers else None,
        "next_responses": tuple(count.answered(*wait) for wait in count.later_waits()),
        "resolution": count.lasted(count.spans(lambda _: True)) if solved_at else None,
        "waited": count.lasted(count.spans(lambda head: head.phase is not Phase.PENDING)),
        "at_l1": count.lasted(count.spans(lambda head: head.level.value == "L1")),
        "at_l2": count.lasted(count.spans(lambda head: head.level.value == "L2")),
        "at_l3": count.lasted(count.spans(lambda head: head.level.value == "L3")),
        "reassigned": switched,
        "escalations": len(climbs),
        "escalated_by_clock": sum(fact.cause != "manual" for fact in climbs),
        "needless": count.needless(),
        "corrected": sum(entry.type == "TicketUpdated" and entry.event.reason is not None for entry in entries),
        "one_touch": bool(solved_at and not reopened and len(answers) <= 1 and not switched and not climbs),
        "rating": rates[-1].event.rating if rates else None,
        "rated_at": rates[0].at if rates else None,
        "missed": sum(clock.breached_at is not None for clock in clocks),
        "kept": sum(clock.met_at is not None and clock.breached_at is None for clock in clocks),
    }


def _last_open(heads):
    return max((number for number, head in enumerate(heads) if head.phase not in DONE), default=-1)


def rows_of(world: World):
    ticket = world.desk.tickets.get(world.ticket_id)
    entries, book = world.desk.tickets.entries(ticket.id), book_of(world.desk.settings)
    return row_of(ticket, entries, book, NOW), recounted(ticket, entries, book)


def hands_back_needless(world, level):
    escalation.deescalate(world.desk, world.call(), level, "It stands in the notes", needless=True)


def corrects(world, team, level):
    correction.correct_routing(
        world.desk, Wish(ticket_id=world.ticket_id, by=LEAD.as_actor()), team, level, "Never theirs"
    )


WAITS = act(waits, minutes=st.sampled_from([20, 90, 60 * 26]))
# What moves figures, more often than any life has it.
MOVING = st.one_of(
    act(writes, who=st.just("agent"), state=st.sampled_from([None, None, "pending", "solved"])),
    act(writes, who=st.sampled_from(["requester", "guest"]), state=st.none()),
    act(
        moves,
        who=st.just("agent"),
        state=st.sampled_from(["solved", "open", "closed"]),
        hours=st.none(),
        vendor=st.none(),
    ),
    act(changes, wishes=st.fixed_dictionaries({"assignee": st.sampled_from([PersonId("ada"), PersonId("zoe")])})),
    act(escalates, level=st.none()),
    act(hands_back_needless, level=st.none()),
    act(corrects, team=st.none() | st.just("it-operations"), level=st.none() | st.sampled_from(Level)),
)
LIVES = st.lists(st.one_of(ACTS, WAITS, MOVING, MOVING), min_size=6, max_size=16)


@settings(max_examples=60)
@given(draft=DRAFTS, acts=LIVES)
def test_a_naive_recount_of_any_life_equals_every_field(draft, acts):
    world = begun(**draft)
    staff(world.desk, ZOE)
    for each in acts:
        each.on(world)
    row, recount = rows_of(world)
    assert sum(each.kept for each in row.promises) == recount.pop("kept")
    assert sum(not each.kept for each in row.promises) == recount.pop("missed")
    assert {name: getattr(row, name) for name in recount} == recount


def test_a_life_with_everything_in_it():
    """Opened Monday at nine; office hours are nine to five."""
    world = begun()
    staff(world.desk, ZOE)
    steps = [
        lambda: waits(world, 30),
        lambda: changes(world, {"assignee": PersonId("ada")}),
        lambda: writes(world, "agent", None),
        lambda: waits(world, 10),
        lambda: writes(world, "requester", None),
        lambda: waits(world, 20),
        lambda: writes(world, "agent", "pending"),
        lambda: waits(world, 60),
        lambda: moves(world, "agent", "solved", None, None),
        lambda: waits(world, 60),
        lambda: writes(world, "requester", None),
        lambda: waits(world, 15),
        lambda: changes(world, {"assignee": PersonId("zoe")}),
        lambda: writes(world, "agent", "solved"),
        lambda: rates(world, 4),
    ]
    for step in steps:
        step()
    row, recount = rows_of(world)
    minutes = 60
    assert (row.first_response.calendar, [each.calendar for each in row.next_responses]) == (
        30 * minutes,
        [20 * minutes, 15 * minutes],
    )
    assert row.resolution.calendar == (30 + 10 + 20 + 60 + 15) * minutes
    assert row.waited.calendar == (30 + 10 + 20 + 15) * minutes
    assert (row.reopened, row.reassigned, row.answers, row.rating, row.one_touch) == (1, 1, 3, 4, False)
    assert row.handled_by == "zoe"
    assert {name: getattr(row, name) for name in recount if name not in {"kept", "missed"}} == {
        name: value for name, value in recount.items() if name not in {"kept", "missed"}
    }
