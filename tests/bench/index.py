"""The index alone, without a stack: what it takes to build one of many tickets, and how long a search in it takes.

Tickets are spread over two years; a search asks month after month, newest first, until a page is full. Words are drawn
as people use them: a few everywhere, most of them seldom.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any, Final

from helpdesk.capabilities.search.ports import IndexReader, Sort, Spot
from helpdesk.capabilities.search.rules.document import Document, Mark, Passage
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.capabilities.search.rules.query import Query
from helpdesk.capabilities.search.rules.scope import scope_of
from helpdesk.capabilities.search.services.engine import TantivyEngine
from helpdesk.core.tickets.rules.access import Place
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId, TicketId

MONTHS: Final = 24
BEGAN: Final = datetime(2024, 12, 1, tzinfo=UTC)
TEAMS: Final = 40
PEOPLE: Final = 2_000
VOCABULARY: Final = 60_000
WORDS: Final = 110
AT_ONCE: Final = 20_000
SEARCHES: Final = 400
PAGE: Final = 25
STATES: Final = ("new", "open", "pending", "solved", "closed")
SYLLABLES: Final = (
    "ba",
    "ber",
    "den",
    "dru",
    "ein",
    "er",
    "fen",
    "hal",
    "in",
    "ker",
    "lan",
    "mel",
    "on",
    "ra",
    "ti",
    "ver",
)
READER: Final = scope_of(Actor(id="agent", role=Role.AGENT, only_teams=(TeamId("team-3"), TeamId("team-7"))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """Milliseconds of the processor for one search, and how often it found something."""

    p50_ms: float
    p95_ms: float
    found: float


def run_index(count: int, folder: Path) -> dict[str, Any]:
    made, searches = Tickets(count), {}
    begun, busy = perf_counter(), process_time()
    folders = [made.build(folder, month) for month in range(MONTHS)]
    took, busy = perf_counter() - begun, process_time() - busy
    begun = perf_counter()
    readers = [TantivyEngine().reader(path, (path / "meta.json").read_bytes()) for path in reversed(folders)]
    opened = perf_counter() - begun
    for words in (1, 2):
        for sort in Sort:
            searches[f"{words} {sort}"] = asdict(_searched(readers, made, words, sort))
    return {
        "tickets": count,
        "build_s": round(took),
        "cpu_ms_per_ticket": round(1000 * busy / count, 3),
        "megabytes": round(sum(file.stat().st_size for path in folders for file in path.iterdir()) / 1e6),
        "open_ms": round(1000 * opened, 1),
        "searches": searches,
    }


class Tickets:
    def __init__(self, count: int) -> None:
        self._random = Random(20261129)  # noqa: S311 - made up, the same each time
        self._count = count
        self.vocabulary = [
            "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4))) for _ in range(VOCABULARY)
        ]
        self._weights = list(accumulate(1 / rank for rank in range(3, VOCABULARY + 3)))

    def words(self, count: int) -> list[str]:
        return self._random.choices(self.vocabulary, cum_weights=self._weights, k=count)

    def build(self, folder: Path, month: int) -> Path:
        path, head = folder / str(month), None
        path.mkdir()
        first, end = self._count * month // MONTHS, self._count * (month + 1) // MONTHS
        for start in range(first, end, AT_ONCE):
            writer = TantivyEngine().writer(path, head)
            writer.put(self._documents(month, range(start, min(end, start + AT_ONCE))))
            head = writer.commit().head
        return path

    def _documents(self, month: int, numbers: range) -> Iterator[Document]:
        for number in numbers:
            yield self._document(number, BEGAN + timedelta(days=30 * month, seconds=2_592_000 * self._random.random()))

    def _document(self, number: int, created: datetime) -> Document:
        team, person = f"team-{self._random.randrange(TEAMS)}", f"p-{self._random.randrange(PEOPLE)}"
        place = Place(id=TicketId(f"HD-8{number:07d}"), team=TeamId(team), people=(PersonId(person),))
        return Document(
            id=place.id,
            version=1,
            created=created,
            at=created,
            title=" ".join(self.words(5)),
            language="de",
            texts=(Passage(text=" ".join(self.words(WORDS)), language="de"),),
            marks=(
                Mark(field="team", value=team, words=team),
                Mark(field="from", value=person, words=f"{person} {person}@acme.example", public=True),
                Mark(field="state", value=self._random.choice(STATES), public=True),
            ),
            place=place,
        )


def _searched(readers: list[IndexReader], made: Tickets, words: int, sort: Sort) -> Searched:
    """The first searches only make it warm."""
    took, found = [], 0
    for _ in range(SEARCHES):
        query = parse(" ".join(made.words(words)) + " ")
        begun = process_time()
        found += bool(_page(readers, query, sort))
        took.append(1000 * (process_time() - begun))
    warm = took[SEARCHES // 10 :]
    return Searched(p50_ms=round(median(warm), 2), p95_ms=round(quantiles(warm, n=20)[-1], 2), found=found / SEARCHES)


def _page(readers: list[IndexReader], query: Query, sort: Sort) -> int:
    """How many are on the first page, with what is shown of them."""
    found: list[Spot] = []
    for reader in readers:
        found += reader.find(query, READER, sort=sort, limit=PAGE - len(found) if sort is Sort.NEWEST else PAGE).hits
        if sort is Sort.NEWEST and len(found) == PAGE:
            break
    return len([spot.show() for spot in sorted(found, key=lambda spot: spot.position)[:PAGE]])


def index_lines(result: dict[str, Any]) -> Iterator[str]:
    yield (
        f"{result['tickets']} tickets in {MONTHS} indexes: {result['megabytes']} MB, "
        f"{result['cpu_ms_per_ticket']} ms of processor each, built in {result['build_s']} s; "
        f"all opened in {result['open_ms']} ms."
    )
    for name, each in result["searches"].items():
        yield f"{name:10} p50 {each['p50_ms']:7.2f} ms   p95 {each['p95_ms']:7.2f} ms   found {each['found']:.0%}"
