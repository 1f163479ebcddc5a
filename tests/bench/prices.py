"""What calls cost on AWS, at list prices without a free tier. Mail is left out: it is asked about apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpdesk.capabilities.numbers.rules import prices

from tests.bench.calls import Call, bus_events
from tests.bench.capacity import Units

# A queue message is sent, received and deleted.
REQUESTS_PER_MESSAGE = 3
SERVICE_UNITS = {"secretsmanager": "secret_request", "execute-api": "http_request"}

Used = Mapping[str, float]
"""How much of what is priced, by its name in the file of prices."""


@dataclass(frozen=True, slots=True)
class Prices:
    listed: prices.Prices

    @classmethod
    def read(cls) -> "Prices":
        return cls(prices.prices())

    def of(self, unit: str, amount: float = 1.0) -> float:
        return self.listed.of(unit, amount)

    @property
    def origin(self) -> str:
        return f"{self.listed.source} {self.listed.date}"

    def request(self) -> float:
        """A request of a browser, before anything is done for it."""
        return self.of("cdn_request") + self.of("http_request")

    def mail_in(self) -> float:
        """A mail of up to 256 KB that comes in, before anything is done with it: kept, and told of."""
        return sum(self.of(unit) for unit in ("mail_in", "mail_chunk", "file_write", "topic_message"))

    def calls(self, calls: Iterable[Call], units: Units, memory_mb: Mapping[str, int]) -> float:
        return sum(self.of(unit, amount) for unit, amount in used(calls, units, memory_mb).items())


def used(calls: Iterable[Call], units: Units, memory_mb: Mapping[str, int]) -> Used:
    """Of functions, tables, bus, queues and logs. A function is paid for as long as it ran here."""
    found = list(calls)
    sums: dict[str, float] = {"write_unit": units.write, "read_unit": units.read, "bus_event": bus_events(found)}
    for call in found:
        for unit, amount in _of_one(call, memory_mb).items():
            sums[unit] = sums.get(unit, 0.0) + amount
    return sums


def _of_one(call: Call, memory_mb: Mapping[str, int]) -> Mapping[str, float]:
    if call.is_invocation:
        ran = memory_mb[call.function] * call.ms / 1000
        return {"lambda_request": 1, "lambda_mb_second": ran, "log": call.log_bytes}
    if call.service == "sqs":
        return {"fifo_request" if "MessageGroupId" in call.request else "queue_request": REQUESTS_PER_MESSAGE}
    if call.service == "s3":
        return _of_file(call.operation)
    unit = SERVICE_UNITS.get(call.service)
    return {unit: 1} if unit else {}


def _of_file(operation: str) -> Mapping[str, float]:
    """Deleting is free, and listing a bucket is paid for as writing is."""
    method, _, path = operation.partition(" ")
    if method == "DELETE":
        return {}
    is_read = method in {"GET", "HEAD"} and "/" in path.strip("/")
    return {"file_read" if is_read else "file_write": 1}
