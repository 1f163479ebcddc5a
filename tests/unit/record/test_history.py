"""The entries are the truth: whatever happens to a ticket, its head is what they make, and they tell one story."""

from collections import Counter
from itertools import chain, groupby, pairwise

from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.record import stored_entries, stored_heads
from helpdesk.core.record.clocks import ClockBreached, ClockWarned
from helpdesk.core.record.fold import evolve, fold
from helpdesk.core.record.levels import TicketEscalated
from helpdesk.core.record.surveys import SatisfactionRated, SurveyAsked
from helpdesk.core.record.tape import FactKind, tape_of
from helpdesk.core.record.tickets import StateChanged
from helpdesk.core.tickets.actions import repair as maintenance
from helpdesk.core.tickets.actions.change import circumstances
from helpdesk.core.tickets.rules.promise import promise_of
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.platform.memory.clock import SettableClock
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.lives import ACTS, DRAFTS, begun

LIVES = st.tuples(DRAFTS, st.lists(ACTS, max_size=12))
ASKED = FactKind.REQUESTER_MESSAGE
thoroughly = settings(max_examples=30)


def lived(life):
    draft, acts = life
    world = begun(**draft)
    for act in acts:
        act.on(world)
    return world.desk, world.desk.tickets.get(world.ticket_id), list(world.desk.tickets.entries(world.ticket_id))


@given(life=LIVES)
@thoroughly
def test_the_head_is_what_the_entries_make(life):
    _, head, entries = lived(life)
    assert head == fold(entries)


@given(life=LIVES)
@thoroughly
def test_the_tape_is_the_clock_facts_of_the_entries_but_for_questions_asked_again(life):
    _, head, entries = lived(life)
    facts = chain.from_iterable(tape_of(entry) for entry in entries)
    told = [list(same) for _, same in groupby(facts, key=lambda fact: fact.kind)]
    assert head.tape == tuple(chain.from_iterable(same[:1] if same[0].kind == ASKED else same for same in told))


@given(life=LIVES)
@thoroughly
def test_the_promise_is_that_of_the_last_change(life):
    desk, head, _ = lived(life)
    moment = circumstances(replace(desk, clock=SettableClock(head.updated_at)), system("test")).moment(head, None)
    wake_at = min((at for each in ON_TICKETS for at in each.wakes(moment)), default=None)
    assert head.promise == promise_of(head, moment.ledger, wake_at)


@given(life=LIVES)
@thoroughly
def test_a_head_is_rebuilt_as_it_was(life):
    desk, head, _ = lived(life)
    assert not maintenance.rebuild(desk, head.id)
    desk.tickets.put_head(replace(head, subject="Damaged", tape=(), promise=replace(head.promise, wake_at=None)))
    assert maintenance.rebuild(desk, head.id)
    assert desk.tickets.get(head.id) == head


@given(life=LIVES)
@thoroughly
def test_what_is_stored_of_a_life_is_read_as_it_was(life):
    _, head, entries = lived(life)
    assert stored_heads.decode(stored_heads.encode(head)) == head
    stored = [(stored_entries.encode(entry), encoding.encode(entry.personal)) for entry in entries]
    assert [stored_entries.decode(*texts) for texts in stored] == entries


@given(life=LIVES)
@thoroughly
def test_entries_tell_one_story(life):
    """Each says truly what was before it, moves as the table allows, and comes in its order."""
    _, _, entries = lived(life)
    head = None
    for entry in entries:
        match entry.event:
            case StateChanged(previous=previous, state=state) if previous != state:
                assert previous == head.state
                assert state in TERMS.at_first().states[previous].next
            case TicketEscalated(previous_level=level, previous_team=team, level=above):
                assert (level, team) == (head.level, head.team)
                assert above > level
        head = evolve(head, entry)
    assert [entry.id for entry in entries] == sorted(entry.id for entry in entries)
    assert all(after.version - before.version in (0, 1) for before, after in pairwise(entries))


@given(life=LIVES)
@thoroughly
def test_no_step_of_a_clock_is_told_twice(life):
    _, _, entries = lived(life)
    steps = Counter(
        (entry.type, entry.event.step) for entry in entries if isinstance(entry.event, ClockWarned | ClockBreached)
    )
    assert all(count == 1 for count in steps.values())


@given(life=LIVES)
@thoroughly
def test_a_clock_that_was_stopped_too_late_left_its_breach(life):
    desk, head, entries = lived(life)
    clocks = ledger_of(head, book_of(desk.settings), head.updated_at).clocks
    told = {entry.event.step for entry in entries if isinstance(entry.event, ClockBreached)}
    assert {clock.breach_key for clock in clocks if clock.breached and not clock.is_live} <= told


@given(life=LIVES)
@thoroughly
def test_nobody_is_warned_of_what_was_told_as_a_breach(life):
    _, _, entries = lived(life)
    breached = set()
    for entry in entries:
        if isinstance(entry.event, ClockWarned | ClockBreached):
            clock = entry.event.step.rpartition(":")[0]
            assert clock not in breached
            breached |= {clock} if isinstance(entry.event, ClockBreached) else set()


@given(life=LIVES)
@thoroughly
def test_requesters_are_asked_once_after_each_solving_unless_they_rated_it_before(life):
    _, _, entries = lived(life)
    solved, asked, rated = 0, [], []
    head = None
    for entry in entries:
        match entry.event:
            case StateChanged(phase="solved") if not head.phase.is_finished:
                solved += 1
            case SurveyAsked(cycle=cycle):
                assert cycle == solved
                assert head.phase.is_finished
                assert cycle not in rated
                asked.append(cycle)
            case SatisfactionRated(cycle=cycle, previous=previous):
                assert cycle in asked or cycle == solved  # on the page of what is solved, they need not be asked
                assert previous == head.survey.rating
                rated.append(cycle)
        head = evolve(head, entry)
    assert len(set(asked)) == len(asked)


@given(life=LIVES)
@thoroughly
def test_only_people_move_the_revision(life):
    _, head, entries = lived(life)
    assert head.revision == sum(entry.actor.role != "system" for entry in entries)
