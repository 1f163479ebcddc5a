"""Tickets to measure among, made by the product's own decisions and written in its own item shapes."""

import itertools
import random
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

from helpdesk.assembly.documents import BUNDLES
from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.capabilities.timers.actions.ringing import TIMER
from helpdesk.capabilities.timers.rules import ring as ringing
from helpdesk.channels.intake.rules import opening
from helpdesk.channels.intake.rules.opening import Draft
from helpdesk.core.clocks.rules.policy_choice import with_policy
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.directory.dynamodb import person_writes
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.dynamodb.items import card_item, entry_item, head_item
from helpdesk.core.tickets.rules import moving
from helpdesk.core.tickets.rules import writing as decisions
from helpdesk.core.tickets.rules.change import Circumstances, record
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Role, Scale, TeamId, TicketId, Visibility
from helpdesk.foundation.platform.dynamodb.tables import Tables
from helpdesk.foundation.settings.memory import MemorySettings
from msgspec.structs import replace
from ulid import ULID

from infra.local.settings import REGION

TEAMS = 20
PEOPLE = 200
LIVE_ONE_IN = 10
BATCH = 25
WRITERS = 2
CATEGORIES = ("account", "hardware", "software", "network", "question", "other")
WORDS = ("printer", "network", "password", "invoice", "laptop", "login", "screen", "mail", "server", "phone", "slow")
AGENT = Actor(id="bench-agent", role=Role.AGENT, name="Bench Agent")


class Desk:
    """Decides and records as the product's desk does, at an instant of our choice."""

    def __init__(self, ticket_id: str, now: datetime) -> None:
        self.settings = MemorySettings(BUNDLES)
        self.terms = self.settings.of(TERMS)
        self.ticket_id = TicketId(ticket_id)
        self.now = now
        self.ticket: Ticket | None = None
        self.entries: list[Entry] = []

    def create(self, draft: Draft, requester: Person, team: str | None = None) -> None:
        (fact,) = with_policy(
            opening.create(draft, requester, self.terms, self.settings.of(RULES), None), book_of(self.settings)
        )
        if team:
            fact = replace(fact, event=replace(fact.event, team=TeamId(team)))  # type: ignore[call-arg]
        self.write([fact], requester.as_actor())

    def say(self, body: str, by: Actor, visibility: Visibility = Visibility.PUBLIC) -> None:
        assert self.ticket
        message = Message(body=body, visibility=visibility, channel=Channel.PORTAL)
        self.write(decisions.add_message(self.ticket, message, by, self.terms), by)

    def move(self, state: str, by: Actor = AGENT) -> None:
        assert self.ticket
        self.write(moving.transition(self.ticket, state, "", self.terms), by)

    def ring(self, now: datetime) -> bool:
        """What a timer would do at that instant; whether there was anything to do."""
        assert self.ticket
        self.now = now
        facts = ringing.ring(self._circumstances(TIMER).moment(self.ticket, self.ticket), ON_TICKETS)
        if facts:
            self.write(facts, TIMER)
        return bool(facts)

    def write(self, facts: list[Fact], by: Actor) -> None:
        change = record(self.ticket_id, self.ticket, facts, self._circumstances(by))
        self.ticket = change.after
        self.entries += change.entries

    def _circumstances(self, by: Actor) -> Circumstances:
        return Circumstances(
            actor=by,
            at=self.now,
            region=REGION,
            new_id=self._new_id,
            settings=self.settings,
            hooks=ON_TICKETS,
        )

    def _new_id(self) -> str:
        return str(ULID.from_datetime(self.now))

    def items(self) -> list[dict[str, Any]]:
        assert self.ticket
        return [*map(entry_item, self.entries), head_item(self.ticket) | card_item(self.ticket)]


def ticket_id(number: int) -> str:
    return f"HD-8B{number:06d}"


def live_ids(count: int) -> list[str]:
    return [ticket_id(number) for number in range(0, count, LIVE_ONE_IN)]


def team(number: int) -> str:
    """By turns, so that each team has its share of live tickets."""
    return f"bench-{number // LIVE_ONE_IN % TEAMS:02d}"


def ticket(number: int, today: datetime) -> Desk:
    """Three messages; nine in ten are closed and up to a year old, the tenth is live and due in some days."""
    dice = random.Random(number)  # noqa: S311 - the same tickets every time
    live = number % LIVE_ONE_IN == 0
    made = Desk(ticket_id(number), today - timedelta(hours=dice.uniform(1, 3) if live else dice.uniform(200, 8000)))
    requester = Person(
        id=PersonId(f"bench-{number % 997}"), name="Ben Cher", email=f"bench-{number % 997}@bench.example"
    )
    draft = Draft(
        subject=" ".join(dice.choices(WORDS, k=6)),
        description=" ".join(dice.choices(WORDS, k=60)),
        channel=dice.choice((Channel.WEB, Channel.API, Channel.PORTAL)),
        category=dice.choice(CATEGORIES),
        impact=Scale.LOW if live else dice.choice(tuple(Scale)),
        urgency=dice.choice(tuple(Scale)),
    )
    made.create(draft, requester, team(number))
    for by in (AGENT, requester.as_actor(), AGENT):
        made.now += timedelta(minutes=7)
        made.say(" ".join(dice.choices(WORDS, k=40)), by)
    if not live:
        made.now += timedelta(hours=30)
        made.move("solved")
        made.now += timedelta(hours=72)
        made.move("closed")
    return made


def person(number: int) -> Person:
    return Person(id=PersonId(f"bench-{number}"), name="Ben Cher", email=f"bench-{number}@bench.example")


def load(dynamodb: Any, table: str, count: int) -> None:
    """Write people and tickets straight into the table."""
    today = datetime.now(UTC)
    tables = Tables(dynamodb, table, "", lambda: today)
    people = (write.request["Put"]["Item"] for n in range(PEOPLE) for write in person_writes(tables, person(n)))
    made = itertools.chain.from_iterable(ticket(number, today).items() for number in range(count))
    items = itertools.chain(people, made)
    with ThreadPoolExecutor(WRITERS) as writers:
        for some in _slices(_batches(items), 8 * WRITERS):
            list(writers.map(lambda batch: write(dynamodb, table, batch), some))


def _batches(items: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return _slices(items, BATCH)


def _slices(things: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(things)
    while some := list(itertools.islice(iterator, size)):
        yield some


def write(dynamodb: Any, table: str, items: list[dict[str, Any]]) -> None:
    wanted = {table: [{"PutRequest": {"Item": item}} for item in items]}
    while wanted:
        wanted = dynamodb.batch_write_item(RequestItems=wanted).get("UnprocessedItems") or {}
