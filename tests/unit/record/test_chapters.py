"""Every fact moves something or is said to move nothing, and every column of the head is moved by one owner alone."""

import ast
import inspect
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import get_type_hints

import pytest
from helpdesk.core import record
from helpdesk.core.record import (
    assets,
    assignment,
    calls,
    clocks,
    core,
    fold,
    ladders,
    latest,
    levels,
    mails,
    participants,
    pins,
    sequels,
    sides,
    surveys,
    tape,
)
from helpdesk.core.record.catalogue import CATALOGUE, MOVES_NOTHING, by_name
from helpdesk.core.record.head import Head
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.lives import ACTS, DRAFTS, begun

MODULES = {path.stem: ast.parse(path.read_text()) for path in Path(inspect.getfile(record)).parent.glob("*.py")}
FLAT = {assets: assets.Affected, assignment: assignment.Ownership}
PARTS = {
    **{chapter: set(part.__struct_fields__) for chapter, part in FLAT.items()},
    levels: {"escalations"},
    clocks: {"fired"},
    ladders: {"climbs"},
    surveys: {"survey"},
    participants: {"circle"},
    pins: {"pin"},
    sequels: {"sequel"},
    calls: {"caller"},
    mails: {"mailed"},
    sides: {"beside"},
    latest: {"latest"},
}
OWNERS = {
    **PARTS,
    core: {*Head.__struct_fields__, "requester_name", "requester_email"} - {"assignee", "assignee_name"},
    tape: {"tape"},
    "the entry": {"promise"},
}


def matched():
    """The classes that patterns of the record name."""
    patterns = (node for tree in MODULES.values() for node in ast.walk(tree) if isinstance(node, ast.MatchClass))
    return {ast.unparse(pattern.cls).rpartition(".")[2] for pattern in patterns}


def test_every_fact_stands_in_a_case_or_moves_nothing():
    assert set(CATALOGUE) - matched() == {fact.__name__ for fact in MOVES_NOTHING}


def test_every_fact_of_a_chapter_is_in_the_catalogue():
    facts = {
        node.name
        for tree in MODULES.values()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and "Event" in {ast.unparse(base) for base in node.bases}
    }
    assert set(CATALOGUE) == facts


def test_a_name_that_comes_twice_is_refused():
    other = type("StateChanged", (MessageAdded,), {})
    with pytest.raises(ValueError, match="StateChanged"):
        by_name(TicketCreated, StateChanged, other)


def test_chapters_are_typed():
    names = {
        module: {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} for module, tree in MODULES.items()
    }
    assert [module for module, used in names.items() if "Any" in used and module != "stored"] == []


def test_every_column_has_one_owner():
    owned = Counter(column for columns in OWNERS.values() for column in columns)
    assert owned == Counter(Ticket.__struct_fields__)


@pytest.mark.parametrize("part", FLAT.values())
def test_a_part_that_lies_flat_is_as_the_head_has_it(part):
    columns, told = get_type_hints(Ticket), get_type_hints(part)
    assert {name: columns[name] for name in told} == told


LIVES = st.tuples(DRAFTS, st.lists(ACTS, max_size=6))
ANY_FACT = st.sampled_from(list(CATALOGUE.values())).flatmap(st.from_type)


def lived(life):
    draft, acts = life
    world = begun(**draft)
    for act in acts:
        act.on(world)
    return list(world.desk.tickets.entries(world.ticket_id))


def then(entries, further):
    return [*entries, *(replace(entries[-1], event=fact) for fact in further)]


@contextmanager
def silent(owner):
    """The fold without what one owner says."""
    with pytest.MonkeyPatch.context() as patch:
        if owner is tape:
            patch.setattr(tape, "tape_of", lambda _: ())
        else:
            patch.setattr(owner, "after", lambda part, *_: part)
        yield


def columns(ticket, names):
    return {name: getattr(ticket, name) for name in names}


@given(life=LIVES, further=st.lists(ANY_FACT, max_size=12))
@settings(max_examples=50)
def test_a_column_moves_by_its_owner_alone(life, further):
    """After a life as it can be, also facts as they never come."""
    before = None
    for entry in then(lived(life), further):
        whole = fold.evolve(before, entry)
        for owner in (*PARTS, core, tape):
            with silent(owner):
                without = fold.evolve(before, entry)
            others = set(Ticket.__struct_fields__) - OWNERS[owner]
            assert columns(without, others) == columns(whole, others)
            if not isinstance(entry.event, TicketCreated):
                assert columns(without, OWNERS[owner]) == columns(before, OWNERS[owner])
        if before:
            others = set(Ticket.__struct_fields__) - OWNERS[core]
            assert columns(core.after(before, entry), others) == columns(before, others)
        before = whole


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("page@1:created", ("page@1", "created", "created", "created")),
        ("page@1:resolution:2:75%", ("page@1", "resolution:2:75%", "resolution", "75%")),
    ],
)
def test_the_key_of_a_climb_is_read_as_it_was_made(key, parts):
    climb = ladders.Climb(key=key, next_at=None)
    assert (climb.ladder, climb.cause, climb.clock, climb.step) == parts
    assert ladders.key_of(climb.ladder, climb.cause) == key
