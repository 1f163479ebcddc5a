"""Where requests wait for their turn: outside the time that a function has, and only so many.

On AWS the gateway has no such room; it starts another worker. Here that many workers would bring each other down.
"""

import asyncio
from http import HTTPStatus
from typing import Any, Final

from infra.local import problems
from infra.local.asgi import App, Message, Receive, Scope, Send, answer
from infra.local.turns import ANSWERS, TURNS

PLACES: Final = 1000
# What the gateway says in its own words when a function did not answer.
CODES: Final = {
    HTTPStatus.TOO_MANY_REQUESTS: "busy",
    HTTPStatus.SERVICE_UNAVAILABLE: "busy",
    HTTPStatus.GATEWAY_TIMEOUT: "busy",
    HTTPStatus.INTERNAL_SERVER_ERROR: "error",
    HTTPStatus.BAD_GATEWAY: "error",
}
DETAILS: Final = {
    "busy": "More is asked at once than can be answered. Try again.",
    "error": "The request was not answered because of a fault. Whether it was carried out is not known.",
}


class WaitingRoom:
    def __init__(self, app: App, *, places: int = PLACES, at_once: int = ANSWERS) -> None:
        self._app = app
        self._places = places
        self._turn = asyncio.Semaphore(at_once)
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._inside >= self._places:
            await _refuse(send, HTTPStatus.TOO_MANY_REQUESTS)
            return
        self._inside += 1
        try:
            request = await _whole(receive)  # who is slow in saying what they want keeps nobody waiting
            if request is not None:
                with TURNS.answering():
                    async with self._turn:
                        await self._app(scope, _first(request, receive), _in_form(send))
        finally:
            self._inside -= 1


async def _whole(receive: Receive) -> Message | None:
    """The request's body in one message; None when who asked is gone."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if not message.get("more_body"):
            return {**message, "body": body}


def _first(request: Message, receive: Receive) -> Receive:
    waiting = [request]

    async def next_one() -> Message:
        return waiting.pop() if waiting else await receive()

    return next_one


def _in_form(send: Send) -> Send:
    """Answers as they are, but what no function said as problem JSON."""
    is_refused = False

    async def send_in_form(message: Message) -> None:
        nonlocal is_refused
        if message["type"] == "http.response.start" and message["status"] in CODES and not _is_problem(message):
            is_refused = True
            await _refuse(send, message["status"])
        elif not is_refused:
            await send(message)

    return send_in_form


def _is_problem(start: Message) -> bool:
    headers: dict[bytes, Any] = {name.lower(): value for name, value in start["headers"]}
    return bool(headers.get(b"content-type", b"").startswith(problems.PROBLEM))


async def _refuse(send: Send, status: int) -> None:
    code = CODES[HTTPStatus(status)]
    await answer(send, status, problems.problem(status, code, DETAILS[code]), problems.headers(retry_after=1))
