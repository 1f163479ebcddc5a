"""Requests over HTTP at a fixed number in parallel, timed."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

import httpx

Send = Callable[[], Awaitable[httpx.Response]]


@dataclass(slots=True, kw_only=True)
class Timing:
    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0
    errors: int = 0

    @property
    def per_second(self) -> float:
        return len(self.milliseconds) / self.seconds if self.seconds else 0.0

    def quantile(self, share: float) -> float:
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


async def drive(send: Send, parallel: int, count: int | None = None, seconds: float | None = None) -> Timing:
    """Until `count` requests were begun or `seconds` are over; each of `parallel` waits for its answer."""
    timing = Timing()
    numbers = itertools.count() if count is None else iter(range(count))
    start = time.perf_counter()
    end = start + seconds if seconds else float("inf")
    await asyncio.gather(*(_keep_sending(send, numbers, end, timing) for _ in range(parallel)))
    timing.seconds = time.perf_counter() - start
    return timing


async def _keep_sending(send: Send, numbers: Iterator[int], end: float, timing: Timing) -> None:
    for _ in numbers:
        begun = time.perf_counter()
        if begun >= end:
            return
        answer = await send()
        if answer.is_success:
            timing.milliseconds.append((time.perf_counter() - begun) * 1000)
        else:
            timing.errors += 1


def client(base_url: str, *, token: str | None = None, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """`address` is whom the product sees; every one in 127.0.0.0/8 is ours."""
    transport = httpx.AsyncHTTPTransport(local_address=address)
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return httpx.AsyncClient(base_url=base_url, headers=headers, transport=transport, timeout=60)
