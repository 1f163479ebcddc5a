"""A ticket's whole life: created, 3 replies, 2 notes, 8 reads, 20 list views, solved, closed; mail counted apart."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from helpdesk.channels.intake.rules.opening import Draft
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Scale, Visibility

from tests.bench import tickets
from tests.bench.accounts import Accounts, Counts
from tests.bench.operations import Operations
from tests.bench.stand import Stand

REPLIES, NOTES, READS, LISTS = 3, 2, 8, 20
REQUESTS = 1 + REPLIES + NOTES + READS + LISTS + 2
MAILS = 4
# Wait and ring; see infra/workflows/ticket_timer.asl.yaml.
STATES_PER_TIMER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    counts: Counts
    usd: float
    compute_usd: float
    """Of it, what is paid for the time functions ran: here that is as fast as the machine just is."""
    transitions: int
    mail_usd: float


async def live(operations: Operations) -> None:
    created = (await operations.create()).expected()
    ticket_id = created.json()["id"]
    for _ in range(REPLIES):
        (await operations.reply(ticket_id)).expected()
    for _ in range(NOTES):
        (await operations.note(ticket_id)).expected()
    for _ in range(READS):
        (await operations.read(ticket_id)).expected()
    for _ in range(LISTS):
        (await operations.list()).expected()
    for state in ("solved", "closed"):
        (await operations.move(ticket_id, state)).expected()


async def live_once(stand: Stand, accounts: Accounts, operations: Operations) -> Life:
    stand.settle()
    with stand.counted() as calls:
        await live(operations)
    counts = accounts.counts(calls, browser_requests=REQUESTS)
    transitions = most_timers() * STATES_PER_TIMER
    usd = counts.usd + accounts.prices.of("transition", transitions)
    compute = accounts.prices.of("lambda_mb_second", counts.mb_seconds)
    return Life(
        counts=counts, usd=usd, compute_usd=compute, transitions=transitions, mail_usd=accounts.prices.of("mail", MAILS)
    )


def most_timers() -> int:
    """Timers that ring in a life without breach, at the priority where most do."""
    return max(_timers(impact, urgency) for impact in Scale for urgency in Scale)


def _timers(impact: Scale, urgency: Scale) -> int:
    """A life as slow as the promises allow: warned of the first answer, then of the solution."""
    made = tickets.Desk("HD-8BL1FE00", datetime(2026, 3, 2, 8, tzinfo=UTC))
    requester = Person(id=PersonId("bench-life"), name="Liv Long", email="life@bench.example")
    draft = Draft(subject="Slow", description="Slow", channel=Channel.API, impact=impact, urgency=urgency)
    made.create(draft, requester)
    rings = _ring_next(made)
    made.now += timedelta(minutes=1)
    made.say("We look into it.", tickets.AGENT)
    made.say("It is the fuser.", tickets.AGENT, Visibility.INTERNAL)
    return rings + _ring_next(made)


def _ring_next(made: tickets.Desk) -> int:
    """Let the next timer ring, if there is one."""
    assert made.ticket
    wake_at = made.ticket.promise.wake_at
    return int(wake_at is not None and made.ring(wake_at))
