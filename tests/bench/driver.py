"""Requests over HTTP at a fixed number in parallel, timed."""

import asyncio
import itertools
import json
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    body: bytes

    @property
    def is_success(self) -> bool:
        return self.status < 300

    def json(self) -> Any:
        return json.loads(self.body)

    def expected(self) -> "Answer":
        """The same answer; anything but success ends the measurement."""
        if not self.is_success:
            raise RuntimeError(f"{self.status}: {self.body.decode()}")
        return self


Send = Callable[[], Awaitable[Answer]]


class Caller:
    """One who asks, over connections of their own. `address` is whom the product sees; all of 127.0.0.0/8 is ours.

    aiohttp parses in C: what the asking itself takes is not part of what is measured.
    """

    def __init__(self, base_url: str, *, token: str | None = None, address: str = "127.0.0.1") -> None:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        connector = aiohttp.TCPConnector(local_addr=(address, 0))
        self._session = aiohttp.ClientSession(base_url, headers=headers, connector=connector)

    async def get(self, path: str, **parameters: str | int) -> Answer:
        async with self._session.get(path, params=parameters) as answer:
            return Answer(status=answer.status, body=await answer.read())

    async def post(self, path: str, body: Mapping[str, Any], *, idempotency_key: str | None = None) -> Answer:
        headers = {"idempotency-key": idempotency_key} if idempotency_key else None
        async with self._session.post(path, json=body, headers=headers) as answer:
            return Answer(status=answer.status, body=await answer.read())

    async def close(self) -> None:
        await self._session.close()


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
            sys.stderr.write(f"{answer.status}: {answer.body.decode()}\n")
