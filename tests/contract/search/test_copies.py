"""Indexes on the disk of a worker: what it lacks comes, what is lost comes again, what it needs no more goes."""

import shutil
from itertools import count

import pytest
from helpdesk.foundation.kernel.errors import BusyError

from tests.contract.search.workers import MONTH, a_document, a_worker, found, shown, write


@pytest.fixture
def desk(memory_desk):
    return memory_desk


def test_a_reader_fetches_only_what_it_lacks(desk):
    fetched = []

    class Packs:
        def get(self, month, name):
            fetched.append(name)
            return desk.search.packs.get(month, name)

    writer, reader = a_worker(desk), a_worker(desk, packs=Packs())
    for number in (1, 2, 3):
        write(writer, a_document(number))
        found(reader)
        found(reader)
    assert len(fetched) == len(set(fetched)) == 3


def test_who_always_comes_second_says_so(desk):
    first, numbers = a_worker(desk), count(2)

    class Lost:
        of = desk.search.manifests.of

        def move(self, to):
            write(first, a_document(next(numbers)))
            return desk.search.manifests.move(to)

    with pytest.raises(BusyError):
        write(a_worker(desk, manifests=Lost()), a_document(1))
    assert 1 not in shown(desk)


def disk_of(worker):
    return worker.search.copies._root


@pytest.mark.parametrize("lost", ["the folder", "a file"])
def test_a_disk_that_was_lost_is_no_empty_index(desk, lost):
    worker = a_worker(desk)
    write(worker, a_document(1))
    write(worker, a_document(2))
    folder = disk_of(worker) / MONTH
    if lost == "a file":
        next(folder.iterdir()).unlink()
    else:
        shutil.rmtree(folder)
    assert len(found(worker).hits) == 2
    write(worker, a_document(3))
    assert shown(desk) == {1: 1, 2: 1, 3: 1}


def test_the_disk_of_a_worker_is_bounded(desk):
    for month in range(1, 7):
        write(a_worker(desk), *(a_document(month * 10 + number, month=month) for number in range(3)))
    reader = a_worker(desk, most_bytes=3000)
    assert len(found(reader, limit=100).hits) == 18
    held = sum(path.stat().st_size for path in disk_of(reader).rglob("*.part"))
    assert 0 < held <= 3000


def test_a_page_asks_no_month_that_it_does_not_need(desk):
    for month in (1, 2, 3):
        write(a_worker(desk), a_document(month, month=month))
    reader = a_worker(desk)
    answer = found(reader, limit=1)
    assert ([hit.id for hit in answer.hits], answer.total, answer.whole) == (["HD-00000003"], 2, False)
    assert sorted(path.name for path in disk_of(reader).iterdir()) == ["2026-02", "2026-03"]


def test_pages_follow_each_other_over_months_and_show_each_once(desk):
    wanted = []
    for month in (3, 2, 1):
        documents = [a_document(month * 10 + number, month=month) for number in range(5)]
        write(a_worker(desk), *documents)
        wanted += [document.id for document in reversed(documents)]
    reader, seen, after = a_worker(desk), [], None
    while True:
        page = found(reader, limit=4, after=after)
        seen += [hit.id for hit in page.hits]
        if (after := page.more) is None:
            break
    assert seen == wanted
