"""What clocks cost, without a network: `python -m tests.bench.clocks`. The best of many runs, in microseconds."""

from collections.abc import Callable
from datetime import timedelta
from timeit import repeat

import click
from helpdesk.core.calendars.rules.hours import after_working_time, working_time_between
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.clocks.rules import explanation
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import policy as clocks_policy
from helpdesk.core.clocks.settings import policy_file
from helpdesk.core.record import tape as record_tape

from tests.oracle import utc

START = utc(2026, 1, 5, 7)
YEARS_10 = START + timedelta(days=3652)
DAYS_250 = timedelta(hours=9 * 250)
OFFICE = {
    "id": "office",
    "timezone": "Europe/Berlin",
    "week": {day: [["08:00", "12:00"], ["13:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "holidays": ["2026-12-24"],
    "recurring_holidays": ["01-01"],
}
POLICY = {
    "id": "standard",
    "calendar": "office",
    "pause": ["pending"],
    "warnings": {"percent": [75], "minutes_before": [30]},
    "targets": {clock: {"*": {"seconds": 4 * 3600}} for clock in clocks_policy.ClockName},
}
LIFE = (
    ("requester_message", ""), ("state", "open/open"), ("agent_reply", ""), ("state", "pending/pending"),
    ("priority", "P2"), ("owner", "ada"), ("owner", ""),
)  # fmt: skip


def tape_of(size: int) -> tuple[record_tape.TapeFact, ...]:
    """A ticket that is talked about every hundred minutes, through every kind of change."""
    begin = [("created", ""), ("state", "new/new"), ("priority", "P3"), ("policy", "standard@1")]
    facts = [*begin, *LIFE * (size // len(LIFE))][:size]
    return tuple(
        record_tape.TapeFact(at=START + number * timedelta(minutes=100), kind=kind, value=value)
        for number, (kind, value) in enumerate(facts)
    )


def microseconds(call: Callable[[], object], times: int = 200) -> float:
    return min(repeat(call, number=1, repeat=times)) * 1e6


def clock_figures() -> dict[str, float]:
    calendar, policy = parse_calendar(OFFICE), policy_file.parse_policy(POLICY)
    fresh = iter([parse_calendar(OFFICE) for _ in range(200)])
    small, large = tape_of(6), tape_of(200)
    encoded = record_tape.encode_tape(large)

    def ledger(tape: tuple[record_tape.TapeFact, ...]) -> clocks_ledger.Ledger:
        return clocks_ledger.ledger(tape, {policy.ref: policy}, {calendar.id: calendar}, tape[-1].at)

    lived = ledger(large)
    return {
        "250 working days ahead": microseconds(lambda: after_working_time(calendar, START, DAYS_250)),
        "250 working days ahead, calendar just read": microseconds(
            lambda: after_working_time(next(fresh), START, DAYS_250)
        ),
        "work in 10 years": microseconds(lambda: working_time_between(calendar, START, YEARS_10)),
        "ledger of 6 facts": microseconds(lambda: ledger(small)),
        "ledger of 200 facts": microseconds(lambda: ledger(large)),
        "decode 200 facts": microseconds(lambda: record_tape.decode_tape(encoded)),
        "explain what lives": microseconds(lambda: [explanation.explain(clock) for clock in lived.live]),
        "bytes of 200 facts": float(len(encoded)),
    }


@click.command()
def main() -> None:
    for name, figure in clock_figures().items():
        click.echo(f"{name:<44}{figure:>9.1f}")


if __name__ == "__main__":
    main()
