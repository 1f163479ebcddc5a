"""What is measured: each operation as a person's browser or program asks for it."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.bench import tickets
from tests.bench.driver import Answer, Caller, Send

AGENT = "agent1@demo.example"
REQUESTER = "requester@demo.example"
TEXT = "The printer on the second floor prints every page twice since this morning, the second one upside down. "
# The public form takes sixty tickets an hour from a network address, ten from an e-mail address, after two seconds.
FORMS_PER_ADDRESS = 50
FORM_AGE_SECONDS = 2.5
BUSY = {429, 503, 504}
TRIES = 20


async def _nothing(_: int) -> None:
    return


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """`prepare` gets ready for so many requests; `send` makes the next one, which changes the ticket `ticket` names."""

    name: str
    send: Send
    prepare: Callable[[int], Awaitable[None]] = _nothing
    ticket: Callable[[], str] | None = None


class Operations:
    """The operations by name, on a stack loaded with `count` tickets."""

    def __init__(self, base_url: str, token: Callable[[str], str], count: int) -> None:
        self._base_url = base_url
        self._agent = Caller(base_url, token=token(AGENT))
        self._requester = Caller(base_url, token=token(REQUESTER))
        self._live = tickets.live_ids(count)
        self._position = 0
        self._teams = itertools.cycle(tickets.team(number * tickets.LIVE_ONE_IN) for number in range(tickets.TEAMS))
        self._numbers = itertools.count()
        self._states: dict[str, str] = {}
        self._forms: list[tuple[Caller, dict[str, Any]]] = []
        self._addresses: list[Caller] = []

    async def all(self) -> list[Operation]:
        paths = (await self._agent.get("/api/openapi.json")).json()["paths"]
        found = [
            Operation(name="read", send=self.read),
            Operation(name="list", send=self.list),
            Operation(name="reply", send=self.reply, ticket=self.upcoming),
            Operation(name="note", send=self.note, ticket=self.upcoming),
            Operation(name="transition", send=self.transition, ticket=self.upcoming),
            Operation(name="create", send=self.create),
            Operation(name="create_form", send=self.create_form, prepare=self.fetch_forms),
        ]
        if "/api/search" in paths:
            found.insert(2, Operation(name="search", send=self.search))
        if "/api/views" in paths:
            found.insert(3, Operation(name="view", send=self.view))
        return found

    def upcoming(self) -> str:
        """The live ticket that is next."""
        return self._live[self._position % len(self._live)]

    def _next(self) -> str:
        found = self.upcoming()
        self._position += 1
        return found

    async def read(self, ticket_id: str | None = None) -> Answer:
        return await self._agent.get(f"/api/tickets/{ticket_id or self._next()}")

    async def list(self) -> Answer:
        return await self._agent.get("/api/tickets", team=next(self._teams), limit=25)

    async def search(self) -> Answer:
        word = tickets.WORDS[next(self._numbers) % len(tickets.WORDS)]
        return await self._agent.get("/api/search", q=word)

    async def view(self) -> Answer:
        return await self._agent.get("/api/views/waiting-for-us/tickets", limit=25)

    async def reply(self, ticket_id: str | None = None) -> Answer:
        return await self._post(f"{ticket_id or self._next()}/messages", body=TEXT * 2, visibility="public")

    async def note(self, ticket_id: str | None = None) -> Answer:
        return await self._post(f"{ticket_id or self._next()}/messages", body=TEXT, visibility="internal")

    async def transition(self) -> Answer:
        """To and fro: what is open becomes pending, and the other way round."""
        found = self._next()
        self._states[found] = "open" if self._states.get(found) == "pending" else "pending"
        return await self.move(found, self._states[found])

    async def move(self, ticket_id: str, state: str) -> Answer:
        return await self._post(f"{ticket_id}/transitions", state=state)

    async def create(self) -> Answer:
        draft = {"subject": "Printer prints twice", "description": TEXT * 3, "category": "hardware"}
        return await self._requester.post("/api/tickets", draft, idempotency_key=self._key())

    async def call_in(self) -> Answer:
        """Somebody calls, and an agent writes it down."""
        draft = {"subject": "Printer prints twice", "description": TEXT, "requester": "cara.caller@bench.example"}
        body = draft | {"channel": "phone"}
        return await self._agent.post("/api/tickets", body, idempotency_key=self._key())

    async def create_form(self) -> Answer:
        sender, draft = self._forms.pop()
        return await sender.post("/api/portal/tickets", draft)

    async def create_form_until_heard(self) -> Answer:
        """As the page asks its reader to: who is told that more is asked than can be answered sends the form again."""
        sender, draft = self._forms.pop()
        for _ in range(TRIES):
            answer = await sender.post("/api/portal/tickets", draft)
            if answer.status not in BUSY:
                break
            await asyncio.sleep(1)
        return answer

    async def _post(self, path: str, **body: Any) -> Answer:
        return await self._agent.post(f"/api/tickets/{path}", body, idempotency_key=self._key())

    def _key(self) -> str:
        return f"bench-{next(self._numbers)}"

    async def fetch_forms(self, count: int) -> None:
        """A form each, from ever new addresses and people, left to grow as old as a person needs to fill it in."""
        for number in range(count):
            if number % FORMS_PER_ADDRESS == 0:
                self._addresses.append(Caller(self._base_url, address=f"127.0.1.{len(self._addresses) + 1}"))
            sender = self._addresses[-1]
            token = (await sender.get("/api/portal/form")).json()["form_token"]
            unique = f"{time.time_ns()}@bench.example"
            draft = {"form_token": token, "name": "Nora New", "email": unique, "subject": "Printer prints twice"}
            self._forms.append((sender, draft | {"description": TEXT * 3, "category": "hardware"}))
        await asyncio.sleep(FORM_AGE_SECONDS)

    async def close(self) -> None:
        for one in (self._agent, self._requester, *self._addresses):
            await one.close()
