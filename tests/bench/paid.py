"""What the product says that a life costs, beside what was metered of it. Each act waits for what the one before set
off, as people do; what is paid for the time of functions and for keeping is no part of either.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from helpdesk.capabilities.numbers.rules.cost import TIME, used_by
from helpdesk.capabilities.numbers.rules.prices import prices

from tests.bench.accounts import Accounts
from tests.bench.kinds import LOOKS, Act, Desk
from tests.bench.operations import TEXT, Operations
from tests.bench.stand import Stand

KEEPING: Final = frozenset({"table", "backup", "file"})
STARTING: Final = frozenset({"secret_request"})
"""What a worker asks for once."""
LOOKED: Final = 5 * LOOKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """Dollars, by what they are paid for."""

    metered: Mapping[str, float]
    said: Mapping[str, float]

    def ratio(self, *without: str) -> float:
        said, metered = (
            sum(usd for unit, usd in found.items() if unit not in without) for found in (self.said, self.metered)
        )
        return said / metered


async def paid(stand: Stand, accounts: Accounts, operations: Operations) -> Paid:
    desk, used, requests = Desk(stand, accounts, operations), Counter[str](), 0
    await desk.open()  # on workers that are warm
    desk.ticket, desk.mails = "", 0
    for act in (desk.open, *_life(desk)):
        used.update((await desk.taken(act)).used)  # type: ignore[arg-type] - some are parts
        requests += 1
    for _ in range(LOOKED // LOOKS):
        used.update((await desk.taken(desk.look())).used)  # type: ignore[arg-type]
    asked = requests + LOOKED
    used.update({"mail": desk.mails, "http_request": asked, "cdn_request": asked})
    said = used_by(desk.entries(), desk.mails, prices()).used
    return Paid(metered=_dollars(used), said=_dollars(said))


def _dollars(used: Mapping[str, float]) -> dict[str, float]:
    left_out = {TIME, *KEEPING, *STARTING}
    return {unit: prices().of(unit, amount) for unit, amount in used.items() if unit not in left_out}


def _life(desk: Desk) -> Iterator[Act]:
    for body in (TEXT * 2, TEXT, TEXT * 3):
        yield desk.post("messages", {"body": body, "visibility": "public"})
    yield desk.asks()
    yield desk.post("messages", {"body": TEXT, "visibility": "internal"})
    yield desk.post("transitions", {"state": "pending"})
    yield desk.post("escalations", {"reason": TEXT, "tried": TEXT})
    yield desk.post("messages", {"body": TEXT, "visibility": "internal"})
    yield desk.post("transitions", {"state": "solved"})


def told(found: Paid) -> dict[str, Any]:
    return {"ratio": found.ratio(), "ratio_without_mail": found.ratio("mail"), "said": dict(found.said)} | {
        "metered": dict(found.metered)
    }


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"\nWhat the product says that a life costs is {found['ratio']:.3f} of what was metered of it, "
        f"{found['ratio_without_mail']:.3f} without mail."
    )
