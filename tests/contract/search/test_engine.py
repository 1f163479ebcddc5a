"""The index finds what a look at every document finds, for whoever looks, and is what its files say."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from time import perf_counter

import pytest
from helpdesk.capabilities.search.ports import Committed, IndexReader, Position, Sort
from helpdesk.capabilities.search.rules.document import FACETS, Document, Mark, Passage
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.capabilities.search.rules.query import Query, Reader
from helpdesk.capabilities.search.rules.scope import scope_of
from helpdesk.capabilities.search.services.engine import TantivyEngine
from helpdesk.core.tickets.rules.access import Place
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId, TicketId
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.search_oracle import Listed

BEGAN = datetime(2026, 11, 1, tzinfo=UTC)
ENGINE = TantivyEngine()

SAID = (
    "Druckerstau", "Papierstau", "Störungen", "stoerung", "E-Mail", "email", "printers", "printer", "принтеры",
    "打印机", "+49 30 901820", "030 901820", "sofie@acme.example", "im", "Flur", "VPN-Zugang", "Zugang",
)  # fmt: skip
TYPED = (
    *SAID, "stau", "Storung", "drucker", "принтер", "印机", "dru", "901820", "acme", "-im", "-email", '"im Flur"',
    "flurr", "team:hardware", "-team:network", "state:open", "state:open,solved", "from:ada", "is:mine",
    "has:attachment", "tag:vpn", "8hb", "created:>2026-11-10", "created:2026-11", "zzz", "f*",
    "team:mine", "is:followed", "-is:followed", "due:today", "due:<=today", "due:>today", "-due:2026",
    "changed:>=-3d", "solved:>=-1w",
)  # fmt: skip
PEOPLE = ("ada", "ben", "cleo")
TEAMS = ("hardware", "network")
READERS = (
    Actor(id="ada", role=Role.REQUESTER),
    Actor(id="ben", role=Role.REQUESTER),
    Actor(id="ada", role=Role.GUEST, ticket_id=TicketId("HD-8HB00001")),
    Actor(id="ada", role=Role.GUEST),
    Actor(id="cleo", role=Role.AGENT),
    Actor(id="cleo", role=Role.AGENT, only_teams=(TeamId("hardware"),)),
    Actor(id="ben", role=Role.LEAD, only_teams=()),
    Actor(id="system:sweep", role=Role.SYSTEM),
)
texts = st.lists(st.sampled_from(SAID), max_size=5).map(" ".join)
passages = st.builds(Passage, text=texts, language=st.sampled_from(("de", "en", "ru", None)), internal=st.booleans())
marks = st.sampled_from(
    (
        Mark(field="state", value="open", public=True), Mark(field="state", value="solved", public=True),
        Mark(field="tag", value="vpn", words="vpn"), Mark(field="has", value="attachment"),
        Mark(field="assignee", value="cleo", words="Cleo"), Mark(field="organization", value="acme"),
        Mark(field="priority", value="P1", public=True), Mark(field="priority", value="P3", public=True),
        Mark(field="with", value="ada", words="Ada Byron", public=True),
    )
)  # fmt: skip


moments = st.datetimes(BEGAN.replace(tzinfo=None), BEGAN.replace(tzinfo=None, day=27), timezones=st.just(UTC))


@st.composite
def documents(draw: st.DrawFn, number: int = 0) -> Document:
    team, requester = draw(st.sampled_from(TEAMS)), draw(st.sampled_from(PEOPLE))
    people = (requester, *draw(st.sets(st.sampled_from(PEOPLE), max_size=1)))
    id_ = TicketId(f"HD-8HB{number:05d}")
    assignee = draw(st.none() | st.sampled_from(PEOPLE))
    place = Place(
        id=id_,
        team=TeamId(team),
        assignee=PersonId(assignee) if assignee else None,
        people=tuple(PersonId(each) for each in people),
    )
    told = (
        Mark(field="team", value=team, words=team),
        Mark(field="from", value=requester, words=requester, public=True),
    )
    return Document(
        id=id_,
        version=draw(st.integers(1, 3)),
        created=BEGAN + timedelta(days=draw(st.integers(0, 27)), milliseconds=number),
        at=draw(moments),
        due=draw(st.none() | moments),
        solved=draw(st.none() | moments),
        title=draw(texts),
        language=draw(st.sampled_from(("de", "en"))),
        texts=tuple(draw(st.lists(passages, max_size=3))),
        marks=(*told, *draw(st.lists(marks, max_size=3, unique_by=lambda mark: mark.field))),
        place=place,
    )


@st.composite
def desks(draw: st.DrawFn) -> list[Document]:
    return [draw(documents(number)) for number in range(draw(st.integers(0, 6)))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    root, numbers = tmp_path_factory.mktemp("indexes"), count()

    def made() -> Path:
        path = root / str(next(numbers))
        path.mkdir()
        return path

    return made


def indexed(path: Path, documents: list[Document], before: Committed | None = None) -> Committed:
    writer = ENGINE.writer(path, before.head if before else None)
    writer.put(documents)
    return writer.commit()


def everything(reader: IndexReader | Listed, query: Query, actor: Actor, sort: Sort, limit: int) -> list[object]:
    """Page after page."""
    pages: list[object] = []
    after: Position | None = None
    while not pages or after:
        found = reader.find(query, scope_of(actor), sort=sort, after=after, limit=limit, facets=FACETS)
        pages.append(([(hit.position, hit.show()) for hit in found.hits], found.total, found.facets))
        after = found.hits[-1].position if found.hits else None
    return pages


@settings(max_examples=10, deadline=None)
@given(data=st.data(), desk=desks())
def test_what_is_found_is_what_everybody_finds_who_reads_all_they_may(
    folder: Callable[[], Path], data: st.DataObject, desk: list[Document]
):
    path, naive = folder(), Listed()
    reader = ENGINE.reader(path, indexed(path, desk).head)
    naive.put(desk)
    for _ in range(8):
        actor = data.draw(st.sampled_from(READERS))
        typed = " ".join(data.draw(st.lists(st.sampled_from(TYPED), max_size=3)))
        asks = Reader(person=PersonId(actor.id), teams=(TeamId("hardware"),), now=BEGAN + timedelta(days=9))
        query = parse(typed + data.draw(st.sampled_from(("", " "))), asks)
        query = replace(query, forgiving=data.draw(st.booleans()))
        asked = query, actor, data.draw(st.sampled_from(Sort)), data.draw(st.integers(1, 4))
        assert everything(reader, *asked) == everything(naive, *asked)


@settings(max_examples=5, deadline=None)
@given(batches=st.lists(st.lists(st.integers(0, 3).flatmap(documents), max_size=4), min_size=1, max_size=4))
def test_whatever_comes_in_whatever_order_the_latest_version_stands_and_once(
    folder: Callable[[], Path], batches: list[list[Document]]
):
    path, naive, state = folder(), Listed(), None
    for batch in batches:
        state = indexed(path, batch, state)
        naive.put(batch)
    assert state
    reader = ENGINE.reader(path, state.head)
    for actor in READERS:
        asked = parse("im"), actor, Sort.NEWEST, 10
        assert everything(reader, *asked) == everything(naive, *asked)
        asked = parse(""), actor, Sort.BEST, 10
        assert everything(reader, *asked) == everything(naive, *asked)


def document(number: int, text: str = "Drucker", **fields: object) -> Document:
    place = Place(id=TicketId(f"HD-8HB{number:05d}"), team=TeamId("hardware"), people=(PersonId("ada"),))
    known = {"id": place.id, "version": 1, "created": BEGAN + timedelta(hours=number), "at": BEGAN, "title": "Hilfe"}
    return Document(**{**known, "texts": (Passage(text=text),), "place": place, **fields})  # type: ignore[arg-type]


STAFF, ADA = Actor(id="cleo", role=Role.AGENT), Actor(id="ada", role=Role.REQUESTER)


def test_the_named_files_and_the_head_are_all_of_an_index(folder: Callable[[], Path]):
    path, elsewhere = folder(), folder()
    state = indexed(path, [document(n) for n in range(5)])
    for number in range(5, 25):
        state = indexed(path, [document(number), document(number - 3, "Toner", version=2)], state)
    for name in state.files:
        shutil.copy(path / name, elsewhere / name)
    reader = ENGINE.reader(elsewhere, state.head)
    assert reader.find(parse("toner"), scope_of(STAFF)).total == 20
    assert reader.find(parse("drucker"), scope_of(STAFF)).total == 5
    further = indexed(elsewhere, [document(99, "Toner")], state)
    assert ENGINE.reader(elsewhere, further.head).find(parse("toner"), scope_of(STAFF)).total == 21


def test_an_older_state_is_still_read_from_its_files(folder: Callable[[], Path]):
    path, before = folder(), folder()
    first = indexed(path, [document(1)])
    for name in first.files:
        shutil.copy(path / name, before / name)
    indexed(path, [document(1, "Toner", version=2)], first)
    assert ENGINE.reader(before, first.head).find(parse("drucker"), scope_of(STAFF)).total == 1


def test_what_a_later_version_lacks_is_gone_from_words_and_counts(folder: Callable[[], Path]):
    path = folder()
    marks = (Mark(field="state", value="open", public=True),)
    first = indexed(path, [document(1, title="Kindling", marks=marks), document(2)])
    reader = ENGINE.reader(path, indexed(path, [document(1, version=2, title="Ash")], first).head)
    assert reader.find(parse("kindling"), scope_of(STAFF)).total == 0
    found = reader.find(parse(""), scope_of(STAFF), facets=FACETS)
    assert (found.total, found.facets["state"]) == (2, {})


def test_a_commit_of_nothing_leaves_what_was_there(folder: Callable[[], Path]):
    path = folder()
    first = indexed(path, [document(1)])
    assert indexed(path, [document(1)], first).files == first.files
    empty = folder()
    reader = ENGINE.reader(empty, indexed(empty, []).head)
    assert reader.find(parse("drucker"), scope_of(STAFF), facets=FACETS).total == 0


def test_notes_are_neither_found_nor_shown_nor_counted_by_who_asks(folder: Callable[[], Path]):
    path = folder()
    secret = Passage(text="Der Drucker gehört verschrottet", internal=True)
    one = document(1, texts=(secret, Passage(text="Der Drucker klemmt")), marks=(Mark(field="team", value="hardware"),))
    reader = ENGINE.reader(path, indexed(path, [one]).head)
    found = reader.find(parse("drucker"), scope_of(ADA), facets=FACETS)
    assert "".join(piece.text for piece in found.hits[0].show().snippet) == "Der Drucker klemmt"
    assert set(found.facets) == {"state"}
    for typed in ("verschrottet", '"drucker gehört"', "verschr", "team:hardware", "-verschrottet verschrottet"):
        assert reader.find(parse(typed), scope_of(ADA)).total == 0
    assert reader.find(parse("verschrottet"), scope_of(STAFF)).total == 1


def test_a_page_goes_on_where_it_was_whatever_came_meanwhile(folder: Callable[[], Path]):
    path = folder()
    state = indexed(path, [document(n, "Drucker im Flur") for n in range(0, 20, 2)])
    for sort in Sort:
        first = ENGINE.reader(path, state.head).find(parse("drucker"), scope_of(STAFF), sort=sort, limit=4)
        state = indexed(path, [document(n, "Drucker", title="Drucker") for n in range(30, 34)], state)
        second = ENGINE.reader(path, state.head).find(
            parse("drucker"), scope_of(STAFF), sort=sort, limit=4, after=first.hits[-1].position
        )
        assert [hit.show().id for hit in (*first.hits, *second.hits)][:4] == [hit.show().id for hit in first.hits]
        assert not {hit.show().id for hit in first.hits} & {hit.show().id for hit in second.hits}


@pytest.mark.parametrize(
    "typed",
    ['"' * 10_000, "a* " * 3_000, "*" * 5_000, "\x00" * 50, "x" * 10_000, "(.*)+" * 99],
    ids=lambda typed: repr(typed[:4]),
)
def test_a_hostile_query_costs_little(folder: Callable[[], Path], typed: str):
    path = folder()
    reader = ENGINE.reader(path, indexed(path, [document(n) for n in range(20)]).head)
    began = perf_counter()
    reader.find(replace(parse(typed), forgiving=True), scope_of(STAFF), sort=Sort.BEST)
    assert perf_counter() - began < 0.5
