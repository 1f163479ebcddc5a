"""What calls cost on AWS, at list prices without a free tier. Mail is left out: it is asked about apart."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.calls import Call, bus_events
from tests.bench.capacity import Units

FILE = Path(__file__).with_name("prices.toml")
MILLION = 1_000_000
# A queue message is sent, received and deleted.
REQUESTS_PER_MESSAGE = 3
SERVICE_UNITS = {"secretsmanager": "secret_request", "execute-api": "http_request"}


@dataclass(frozen=True, slots=True)
class Prices:
    table: Mapping[str, Any]

    @classmethod
    def read(cls) -> "Prices":
        return cls(tomllib.loads(FILE.read_text()))

    def of(self, unit: str, amount: float = 1.0) -> float:
        """Dollars for so many of something that is priced by the million."""
        return float(self.table["per_million"][unit]) * amount / MILLION

    @property
    def origin(self) -> str:
        return f"{self.table['source']} {self.table['date']}"

    def request(self) -> float:
        """A request of a browser, before anything is done for it."""
        return self.of("cdn_request") + self.of("http_request")

    def mail_in(self) -> float:
        """A mail of up to 256 KB that comes in, before anything is done with it: kept, and told of."""
        return sum(self.of(unit) for unit in ("mail_in", "mail_chunk", "file_write", "topic_message"))

    def calls(self, calls: Iterable[Call], units: Units, memory_mb: Mapping[str, int]) -> float:
        """Functions, tables, bus, queues and logs. A function is paid for as long as it ran here."""
        found = list(calls)
        dollars = self.of("write_unit", units.write) + self.of("read_unit", units.read)
        dollars += self.of("bus_event", bus_events(found))
        return dollars + sum(self._call(call, memory_mb) for call in found)

    def _call(self, call: Call, memory_mb: Mapping[str, int]) -> float:
        if call.is_invocation:
            runs = self.of("lambda_request") + self.of("lambda_mb_second", memory_mb[call.function] * call.ms / 1000)
            return runs + self.table["per_gb"]["log"] * call.log_bytes / 1e9
        if call.service == "sqs":
            fifo = "MessageGroupId" in call.request
            return self.of("fifo_request" if fifo else "queue_request", REQUESTS_PER_MESSAGE)
        if call.service == "s3":
            return self.of("file_read" if call.operation.startswith(("GET", "HEAD")) else "file_write")
        unit = SERVICE_UNITS.get(call.service)
        return self.of(unit) if unit else 0.0
