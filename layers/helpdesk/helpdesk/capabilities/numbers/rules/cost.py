"""What a ticket costs: what its entries, and the mails that went out of it, take of what is paid for.

A commit takes what one of its kind was measured to take with all that it sets off; the kind is that of its first entry,
and what else is written along takes its own. Requests that only read leave nothing in a ticket: they are counted in
proportion to those that changed something. What is kept is paid for as long as the file of prices says.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.core.record.tickets import MessageAdded
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.vocabulary import Role

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable, Mapping, Sequence

    from helpdesk.capabilities.numbers.rules.prices import Prices
    from helpdesk.core.record.entry import Entry

RING: Final = "ring"
"""What a timer writes, whatever it is."""
OTHER: Final = "other"
ALONG: Final = "along"
LOOK: Final = "look"
MAIL_OUT: Final = "mail_out"
MAIL_IN: Final = "mail_in"
TIME: Final = "lambda_mb_second"
KB: Final = 1024

Used = dict[str, float]
"""How much of what is priced, by its name in the file of prices."""


class Cost(Struct, frozen=True, kw_only=True):
    """`usd` is all together, `time_usd` what of it is paid for the time that functions run."""

    requests: int
    """Of people, that changed something."""
    write_units: float
    transitions: float
    mails: int
    """Out and in."""
    kept_kb: float
    usd: float
    time_usd: float


class Counted(Struct, frozen=True, kw_only=True):
    requests: int
    mails_in: int
    kept: int
    """Bytes."""
    used: Used


def kind_of(entry: Entry) -> str:
    """As the file of prices calls what was measured."""
    if entry.actor.id == system("timer").id:
        return RING
    match entry.event:
        case MessageAdded() as said:
            return "Note" if not said.is_public else "Answer" if said.by.is_staff else "Question"
    return entry.type


def cost_of(entries: Sequence[Entry], mails_out: int, prices: Prices) -> Cost:
    counted = used_by(entries, mails_out, prices)
    dollars = {unit: prices.of(unit, amount) for unit, amount in counted.used.items()}
    return Cost(
        requests=counted.requests,
        write_units=counted.used["write_unit"],
        transitions=counted.used["transition"],
        mails=mails_out + counted.mails_in,
        kept_kb=counted.kept / KB,
        usd=sum(dollars.values()),
        time_usd=dollars[TIME],
    )


def used_by(entries: Sequence[Entry], mails_out: int, prices: Prices) -> Counted:
    used: defaultdict[str, float] = defaultdict(float, {"write_unit": 0.0, "transition": 0.0, TIME: 0.0})
    commits = [list(commit) for _, commit in groupby(entries, key=lambda entry: entry.version)]
    requests = sum(_is_asked_for(commit[0]) for commit in commits)
    mails_in = sum(_came_by_mail(commit[0]) for commit in commits)
    for commit in commits:
        _add(used, prices.measured.get(kind_of(commit[0]), prices.measured[OTHER]))
        _add(used, prices.measured[ALONG], len(commit) - 1)
    used["write_unit"] += sum(map(_long, entries))
    _add(used, {"cdn_request": 1, "http_request": 1}, requests * (1 + prices.assumed.looks))
    _add(used, prices.measured[LOOK], requests * prices.assumed.looks)
    _add(used, prices.measured[MAIL_OUT], mails_out)
    _add(used, prices.measured[MAIL_IN], mails_in)
    kept = _kept(entries, mails_in, prices)
    _add(used, kept, prices.assumed.months_kept)
    used[TIME] += used["lambda_request"] * prices.assumed.run_mb * prices.assumed.run_seconds
    return Counted(requests=requests, mails_in=mails_in, kept=int(kept["table"] + kept["file"]), used=dict(used))


def _add(used: defaultdict[str, float], more: Mapping[str, float], times: float = 1) -> None:
    for unit, amount in more.items():
        used[unit] += amount * times


def _came_by_mail(entry: Entry) -> bool:
    return bool(getattr(entry.event, "mail", None))


def _is_asked_for(entry: Entry) -> bool:
    return entry.actor.role is not Role.SYSTEM and not _came_by_mail(entry)


def _long(entry: Entry) -> float:
    """Words are paid for by the kilobyte, twice in a transaction; one of it is in what was measured."""
    said = entry.personal
    return 2 * (len(((said.body or "") + (said.html or "")).encode()) // KB) if said else 0


def _kept(entries: Iterable[Entry], mails_in: int, prices: Prices) -> dict[str, float]:
    """Bytes, by what their keeping is paid for."""
    lines = list(entries)
    files = sum(file.size for entry in lines for file in getattr(entry.event, "attachments", ()))
    table = len(lines) * prices.assumed.table_kb * KB
    return {"table": table, "backup": table, "file": files + mails_in * prices.assumed.mail_kb * KB}
