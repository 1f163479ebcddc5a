"""Requests first, what follows from them in a share of its own, and neither without end."""

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Callable, Coroutine, MutableMapping
from functools import wraps
from typing import Any

import pytest

from infra.local import turns
from infra.local.asgi import App, Receive, Scope, Send, answer
from infra.local.turns import FOLLOWERS, FOLLOWERS_MEANWHILE, Turns
from infra.local.waiting_room import WaitingRoom
from tests.loops import finished

PATIENCE = 10.0
JSON = [(b"content-type", b"application/json")]
PROBLEM = b"application/problem+json"


def in_a_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    @wraps(test)
    def run(**arguments: Any) -> None:
        finished(test(**arguments))

    return run


class Running:
    """Functions that run until they are let go."""

    def __init__(self, turns: Turns, count: int) -> None:
        self.turns = turns
        self.begun = threading.Semaphore(0)
        self._free = threading.Semaphore(0)
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def _run(self) -> None:
        with self.turns.function():
            self.begun.release()
            self._free.acquire(timeout=PATIENCE)

    def begin(self, count: int) -> bool:
        """Whether so many begin now, and no more."""
        return all(self.begun.acquire(timeout=PATIENCE) for _ in range(count)) and not self.begun.acquire(timeout=0.1)

    def let_go(self, count: int) -> None:
        self._free.release(count)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing happens by time alone."""
    monkeypatch.setattr(turns, "SLOW_SECONDS", PATIENCE)
    monkeypatch.setattr(turns, "LONGEST_SECONDS", PATIENCE)


def test_what_follows_has_a_share_and_a_smaller_one_while_somebody_waits() -> None:
    ours = Turns()
    with ours.answering():
        running = Running(ours, 2 * FOLLOWERS)
        assert running.begin(FOLLOWERS_MEANWHILE)
        running.let_go(FOLLOWERS_MEANWHILE)
        assert running.begin(FOLLOWERS_MEANWHILE)
    assert running.begin(FOLLOWERS - FOLLOWERS_MEANWHILE)
    running.let_go(2 * FOLLOWERS)


def test_who_is_waited_for_needs_no_turn() -> None:
    ours = Turns()
    running = Running(ours, FOLLOWERS)
    assert running.begin(FOLLOWERS)
    with ours.answering(), ours.function():
        running.let_go(FOLLOWERS)


def test_what_follows_is_not_held_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST_SECONDS", 0.2)
    ours = Turns()
    with ours.answering():
        running = Running(ours, FOLLOWERS_MEANWHILE + 1)
        assert running.begin(FOLLOWERS_MEANWHILE + 1)
        running.let_go(FOLLOWERS_MEANWHILE + 1)


class Asker:
    """One request, and what was answered."""

    def __init__(self, *body: bytes) -> None:
        messages = [{"type": "http.request", "body": it, "more_body": True} for it in body]
        self._messages = [*messages, {"type": "http.request", "body": b"", "more_body": False}]
        self.status = 0
        self.headers: dict[bytes, bytes] = {}
        self.body = b""

    async def receive(self) -> MutableMapping[str, Any]:
        return self._messages.pop(0) if self._messages else {"type": "http.disconnect"}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        self.status = message.get("status", self.status)
        self.headers = dict(message.get("headers", self.headers))
        self.body += message.get("body", b"")

    async def ask(self, app: App) -> "Asker":
        await app({"type": "http"}, self.receive, self.send)
        return self


def saying(status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> App:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await answer(send, status, body, headers)

    return app


@in_a_loop
async def test_so_many_run_at_once_so_many_wait_and_the_rest_is_told_to_come_back() -> None:
    running, most = 0, 0

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        await answer(send, 201, b"{}", JSON)

    room = WaitingRoom(app, places=30, at_once=3)
    askers = await asyncio.gather(*(Asker(b"x").ask(room) for _ in range(50)))
    assert Counter(asker.status for asker in askers) == {201: 30, 429: 20}
    assert most == 3
    for asker in askers:
        if asker.status == 429:
            assert (asker.headers[b"content-type"], int(asker.headers[b"retry-after"]) > 0) == (PROBLEM, True)
            assert json.loads(asker.body)["code"] == "busy"
    assert (await Asker().ask(room)).status == 201


@in_a_loop
async def test_the_function_sees_the_whole_request_once() -> None:
    seen: list[MutableMapping[str, Any]] = []

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        seen.extend([await receive(), await receive()])
        await answer(send, 200, b"{}", JSON)

    await Asker(b"one ", b"two").ask(WaitingRoom(app))
    assert [(it["type"], it.get("body")) for it in seen] == [("http.request", b"one two"), ("http.disconnect", None)]


@in_a_loop
async def test_who_does_not_say_what_they_want_keeps_nobody_waiting() -> None:
    room = WaitingRoom(saying(200, b"{}", JSON), at_once=1)
    silent = asyncio.Event()

    async def receive() -> MutableMapping[str, Any]:
        await silent.wait()
        return {"type": "http.disconnect"}

    nobody = asyncio.create_task(room({"type": "http"}, receive, Asker().send))
    await asyncio.sleep(0)
    assert (await Asker().ask(room)).status == 200
    silent.set()
    await nobody


@pytest.mark.parametrize(
    ("status", "code"), [(429, "busy"), (500, "error"), (502, "error"), (503, "busy"), (504, "busy")]
)
@in_a_loop
async def test_what_the_gateway_says_in_its_own_words_becomes_a_problem(status: int, code: str) -> None:
    raw = b'{"errorMessage": "Task timed out after 20.00 seconds", "trace": "secret"}'
    asker = await Asker().ask(WaitingRoom(saying(status, raw, JSON)))
    body = json.loads(asker.body)
    assert (asker.status, body["status"], body["code"]) == (status, status, code)
    assert asker.headers[b"content-type"] == PROBLEM
    assert int(asker.headers[b"content-length"]) == len(asker.body)
    assert b"secret" not in asker.body


@pytest.mark.parametrize("status", [200, 404, 409])
@in_a_loop
async def test_other_answers_stay_as_they_are(status: int) -> None:
    asker = await Asker().ask(WaitingRoom(saying(status, b"as it is", JSON)))
    assert (asker.status, asker.body, asker.headers[b"content-type"]) == (status, b"as it is", b"application/json")


@in_a_loop
async def test_a_problem_the_product_tells_stays_as_it_is() -> None:
    told = b'{"code": "rate_limited"}'
    asker = await Asker().ask(WaitingRoom(saying(429, told, [(b"content-type", PROBLEM), (b"retry-after", b"99")])))
    assert (asker.body, asker.headers[b"retry-after"]) == (told, b"99")
