"""How rows go to where they are kept, and come to who counts them: none is lost, none counts twice."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.numbers.actions import gathering
from helpdesk.capabilities.numbers.actions.projecting import write
from helpdesk.capabilities.numbers.rules.gathering import ready
from helpdesk.capabilities.numbers.rules.row import Lasted
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.numbers.workers import AT, MONTH, Disturbed, a_row, a_worker, counted, rows_of


def test_what_one_wrote_another_counts_each_column_as_it_was(desk):
    row = a_row(solved_at=AT + timedelta(hours=5, microseconds=7), resolution=Lasted(calendar=18000), needless=2)
    write(a_worker(desk), MONTH, [row])
    reader = a_worker(desk)
    reader.numbers.counter.look()
    (line,) = reader.numbers.counter.ask("SELECT * FROM tickets", {})
    assert list(line) == list(row.__struct_fields__)
    assert (line["solved_at"], line["resolution"]) == (
        row.solved_at.replace(tzinfo=None),
        {"calendar": 18000, "business": None},
    )
    assert line["promises"] == [{"clock": "first_response", "kept": True, "at": row.created_at.replace(tzinfo=None)}]
    assert (line["needless"], line["first_response"], line["next_responses"]) == (2, None, [])


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (2, 2, 1), (1, 1, 2)])
def test_the_latest_version_counts_in_whatever_order_and_however_often_it_comes(memory_desk, order):
    reader = a_worker(memory_desk)
    for version in order:
        write(a_worker(memory_desk), MONTH, [a_row(version=version)])
        reader.numbers.counter.look()
    assert rows_of(reader) == counted(memory_desk) == {1: 2}


def test_of_one_version_the_row_that_was_made_later_counts(memory_desk):
    later = a_row(made_at=AT + timedelta(days=1), team="network")
    for row in (later, a_row()):
        write(a_worker(memory_desk), MONTH, [row])
    reader = a_worker(memory_desk)
    reader.numbers.counter.look()
    assert [line["team"] for line in reader.numbers.counter.ask("SELECT team FROM tickets", {})] == ["network"]


@settings(max_examples=4, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 5)), min_size=1, max_size=12))
def test_whoever_looks_whenever_counts_the_latest_of_all(told):
    from helpdesk.assembly.memory import memory_desk  # noqa: PLC0415

    desk = memory_desk()
    writers, reader = [a_worker(desk), a_worker(desk)], a_worker(desk)
    latest = {}
    for place, (number, version) in enumerate(told):
        write(writers[place % 2], MONTH, [a_row(number, version)])
        latest[number] = max(version, latest.get(number, 0))
        if place % 3 == 0:
            reader.numbers.counter.look()
            assert rows_of(reader) == latest
    assert counted(desk) == latest
    gathering.gather_all(desk)
    assert len(list(desk.numbers.packs.stored())) == 1
    reader.numbers.counter.look()
    assert rows_of(reader) == counted(desk) == latest


def fails():
    raise OSError("The line broke")


@pytest.mark.parametrize("method", ["put", "stored", "get", "delete"])
def test_who_breaks_off_anywhere_loses_nothing(memory_desk, method):
    desk = memory_desk
    for number in range(1, 8):
        write(a_worker(desk), MONTH, [a_row(number)])
    broken = a_worker(desk, Disturbed(desk.numbers.packs, method, fails))
    with pytest.raises(OSError, match="line"):
        write(broken, MONTH, [a_row(8)])
    assert set(counted(desk)) >= set(range(1, 8))
    write(broken, MONTH, [a_row(8)])
    write(broken, MONTH, [a_row(9)])
    assert counted(desk) == dict.fromkeys(range(1, 10), 1)


def test_two_who_gather_at_once_lose_nothing(desk):
    for number in range(1, 8):
        write(a_worker(desk), MONTH, [a_row(number)])
    other = a_worker(desk)
    for method in ("get", "put", "delete"):
        write(
            a_worker(desk, Disturbed(desk.numbers.packs, method, lambda: gathering.gather_all(other))),
            MONTH,
            [a_row(8)],
        )
    assert counted(desk) == dict.fromkeys(range(1, 9), 1)


def test_who_reads_a_pack_that_is_gone_looks_again(memory_desk):
    desk = memory_desk
    for number in range(1, 4):
        write(a_worker(desk), MONTH, [a_row(number)])
    late = a_worker(desk, Disturbed(desk.numbers.packs, "get", lambda: gathering.gather_all(a_worker(desk))))
    late.numbers.counter.look()
    assert rows_of(late) == {1: 1, 2: 1, 3: 1}


def test_few_packs_are_left_of_many_and_no_row_is_written_often():
    packs, written, number = [], 0, 0
    for number in range(2000):
        packs.append(f"{number:06d}-1")
        wanted = ready(packs)
        rows = sum(int(name.rpartition("-")[2]) for name in wanted)
        written += rows
        packs = [name for name in packs if name not in wanted] + ([f"{number:06d}x-{rows}"] if wanted else [])
    assert len(packs) <= 7 * 4
    assert written <= 2000 * 4
