"""What a few calls amount to: requests by service, capacity units, events, dollars."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.calls import Call, bus_events, by_service
from tests.bench.capacity import Index, Item, Meter, Units
from tests.bench.prices import Prices, Used, used

TABLE = "helpdesk-helpdesk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """`requests` are made while somebody waits, `effects` by the functions that follow; the rest is of both."""

    requests: Mapping[str, int]
    effects: Mapping[str, int]
    invocations: int
    mb_seconds: float
    events: int
    wcu: float
    rcu: float
    request_wcu: float
    request_rcu: float
    used: Used
    """Without what a browser's request takes before anything is done for it."""
    usd: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    indexes: Mapping[str, Sequence[Index]]
    memory_mb: Mapping[str, int]
    prices: Prices

    def counts(self, calls: Iterable[Call], known: Iterable[Item] = (), browser_requests: int = 1) -> Counts:
        """`known` are the heads as they were before."""
        found = list(calls)
        waited = [call for call in found if call.is_synchronous]
        followed = [call for call in found if not call.is_synchronous]
        meter = Meter(self.indexes, [(TABLE, item) for item in known])
        first, then = meter.units(waited), meter.units(followed)
        both = Units(read=first.read + then.read, write=first.write + then.write)
        return Counts(
            requests=by_service(waited),
            effects=by_service(followed),
            invocations=sum(call.is_invocation for call in found),
            mb_seconds=sum(self.memory_mb[call.function] * call.ms / 1000 for call in found if call.is_invocation),
            events=bus_events(found),
            wcu=both.write,
            rcu=both.read,
            request_wcu=first.write,
            request_rcu=first.read,
            used=used(found, both, self.memory_mb),
            usd=browser_requests * self.prices.request() + self.prices.calls(found, both, self.memory_mb),
        )
