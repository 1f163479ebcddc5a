"""What things cost, and what each kind of fact takes of them: one dated file, for the product and the bench."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

FILE: Final = Path(__file__).with_name("prices.toml")
MILLION: Final = 1_000_000
GB: Final = 1_000_000_000


class Assumed(Struct, frozen=True, kw_only=True):
    """What nobody can measure without a desk in service; the file says why it is so."""

    looks: float
    """Requests that only read, for each that changes something."""
    run_seconds: float
    run_mb: int
    months_kept: int
    table_kb: float
    """Of an entry with all that is kept of it: indexes, mails, what is remembered of effects."""
    mail_kb: float
    """Of a mail as it came."""


class Prices(Struct, frozen=True, kw_only=True):
    date: str
    source: str
    per_million: dict[str, float]
    per_gb: dict[str, float]
    per_month: dict[str, float]
    always_free: dict[str, int]
    assumed: Assumed
    measured: dict[str, dict[str, float]]
    """What one of a kind took, with all it set off, by what it is paid for."""

    def of(self, unit: str, amount: float = 1.0) -> float:
        """Dollars for so many of something that is priced by the million, or for so many bytes."""
        if unit in self.per_million:
            return self.per_million[unit] * amount / MILLION
        return self.per_gb[unit] * amount / GB


@cache
def prices() -> Prices:
    return msgspec.toml.decode(FILE.read_bytes(), type=Prices)
