"""How files of indexes go to where they are kept, and come to who reads them: none is lost, none counts twice."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.search.actions import tidying
from helpdesk.foundation.platform.memory.clock import SettableClock
from msgspec.structs import replace

from tests.contract.search.workers import MONTH, Disturbed, a_document, a_worker, found, shown, write


def test_nothing_is_found_where_nothing_was_written(desk):
    answer = found(a_worker(desk))
    assert (answer.hits, answer.more, answer.total, answer.whole) == ((), None, 0, True)


def test_what_one_wrote_another_finds(desk):
    reader = a_worker(desk)
    writer = a_worker(desk)
    for number in range(1, 8):  # over several commits in which parts become one
        write(writer, a_document(number))
        assert [hit.id for hit in found(reader, limit=1).hits] == [f"HD-{number:08d}"]
    assert shown(desk) == dict.fromkeys(range(1, 8), 1)


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (2, 2, 1), (1, 1, 2)])
def test_the_latest_version_stays_in_whatever_order_and_however_often_it_is_told(memory_desk, order):
    for version in order:
        write(a_worker(memory_desk), a_document(version=version))
    assert shown(memory_desk) == {1: 2}


def test_what_is_there_already_moves_nothing(memory_desk):
    write(a_worker(memory_desk), a_document())
    before = memory_desk.search.manifests.of(MONTH)
    write(a_worker(memory_desk), a_document())
    assert memory_desk.search.manifests.of(MONTH) == before


def test_of_two_who_write_at_once_the_second_takes_over_what_the_first_wrote(desk):
    first = a_worker(desk)
    late = a_worker(
        desk, manifests=Disturbed(desk.search.manifests, "move", lambda: write(first, a_document(2), a_document(3, 2)))
    )
    write(late, a_document(1), a_document(3, 1))
    assert shown(desk) == {1: 1, 2: 1, 3: 2}
    write(first, a_document(4))
    write(late, a_document(5))
    assert shown(desk) == {1: 1, 2: 1, 3: 2, 4: 1, 5: 1}


def fails():
    raise OSError("The line broke")


@pytest.mark.parametrize(
    ("port", "method"), [("packs", "put"), ("packs", "get"), ("manifests", "of"), ("manifests", "move")]
)
def test_who_breaks_off_anywhere_writes_it_the_next_time(desk, port, method):
    write(a_worker(desk), a_document(1))
    broken = a_worker(desk, **{port: Disturbed(getattr(desk.search, port), method, fails)})
    with pytest.raises(OSError, match="line"):
        write(broken, a_document(2))
    write(broken, a_document(3))
    write(broken, a_document(2))
    assert shown(desk) == {1: 1, 2: 1, 3: 1}


def test_an_answer_that_was_lost_is_no_second_ticket(memory_desk):
    class Answerless:
        of = memory_desk.search.manifests.of

        def move(self, to):
            memory_desk.search.manifests.move(to)
            raise OSError("No answer")

    with pytest.raises(OSError, match="answer"):
        write(a_worker(memory_desk, manifests=Answerless()), a_document(1))
    write(a_worker(memory_desk), a_document(1), a_document(2))
    assert shown(memory_desk) == {1: 1, 2: 1}


def later(desk, **time):
    return replace(desk, clock=SettableClock(wall=lambda: desk.clock.wall() + timedelta(**time)))


def test_packs_that_nothing_names_are_deleted_a_day_later(desk):
    writer = a_worker(desk)
    for number in range(1, 12):
        write(writer, a_document(number))
    with pytest.raises(OSError, match="line"):
        write(a_worker(desk, manifests=Disturbed(desk.search.manifests, "move", fails)), a_document(99))
    kept = list(desk.search.packs.stored())
    named = desk.search.manifests.of(MONTH).packs
    assert len(kept) == 12 > len(named)
    assert tidying.tidy(later(desk, hours=23)) == 0
    assert tidying.tidy(later(desk, hours=25)) == 12 - len(named)
    assert shown(desk) == dict.fromkeys(range(1, 12), 1)


def test_who_read_of_a_pack_that_is_gone_reads_again(desk):
    writer = a_worker(desk)
    for number in range(1, 4):
        write(writer, a_document(number))
    old = desk.search.manifests.all()

    answers = [old]

    class Manifests:
        def all(self):
            return answers.pop() if answers else desk.search.manifests.all()

    for number in range(4, 8):
        write(writer, a_document(number))
    tidying.tidy(later(desk, days=2))
    assert len(found(a_worker(desk, manifests=Manifests())).hits) == 7
