"""What each kind of fact takes, with all it sets off: what the file of prices has under `measured`.

One act at a time on warm workers, each begun when what the one before set off has ended. What an act writes of kinds
that are known already is left out: a new ticket is assigned, too. Mails are apart, each as that of an answer.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from helpdesk.capabilities.numbers.rules.cost import LOOK, MAIL_IN, MAIL_OUT, TIME, kind_of
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.dynamodb.items import entry_of

from tests.bench.accounts import TABLE, Accounts
from tests.bench.calls import Call
from tests.bench.capacity import Item
from tests.bench.mail import Post
from tests.bench.measuring import head_of
from tests.bench.operations import REQUESTER, TEXT, Operations
from tests.bench.prices import Used
from tests.bench.stand import Stand
from tests.bench.trace import COMPANY_SECONDS

TIMES: Final = 3
LOOKS: Final = 7
MAILERS: Final = frozenset({"notify_people", "track_mail"})

FURTHER: Final = {"bus_event": 1, "write_unit": 2}
"""What another entry of a commit takes."""

Act = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """`mailed` is the part of those that sent the `mails`; `commits` are what was written of the ticket."""

    used: Used
    mailed: Used
    mails: int
    commits: Sequence[Sequence[Entry]]


@dataclass(slots=True)
class Desk:
    """Acts on one ticket after the other, and counts what they take."""

    stand: Stand
    accounts: Accounts
    operations: Operations
    ticket: str = ""
    mails: int = 0

    async def taken(self, act: Act) -> Taken:
        before, known = len(self.entries()), self._head()
        self.stand.settle()
        with self.stand.counted() as calls:
            await act()
            await asyncio.sleep(COMPANY_SECONDS)
        return self._taken(calls, known, before)

    def entries(self) -> list[Entry]:
        if not self.ticket:
            return []
        asked = {":pk": {"S": f"T#{self.ticket}"}, ":e": {"S": "E#"}}
        found = self.stand.aws("dynamodb").query(
            TableName=TABLE,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :e)",
            ExpressionAttributeValues=asked,
        )
        return [entry_of(item) for item in found["Items"]]

    def _head(self) -> Sequence[Item]:
        return head_of(self.stand, self.ticket) if self.ticket else ()

    def _taken(self, calls: Sequence[Call], known: Sequence[Item], before: int) -> Taken:
        mails = sum(call.service == "ses" for call in calls)
        self.mails += mails
        mailed = [call for call in calls if mails and call.function in MAILERS]
        commits = groupby(self.entries()[before:], key=lambda entry: entry.version)
        return Taken(
            used=self.accounts.counts(calls, known).used,
            mailed=self.accounts.counts(mailed).used,
            mails=mails,
            commits=[list(commit) for _, commit in commits],
        )

    async def open(self) -> None:
        self.ticket = ""
        self.ticket = (await self.operations.create()).expected().json()["id"]

    def post(self, what: str, body: Mapping[str, Any], *, way: str = "POST") -> Act:
        """By an agent."""

        async def act() -> None:
            client = self.stand.stack.client("agent2@demo.example" if what == "de-escalations" else "lead@demo.example")
            path = f"/api/tickets/{self.ticket}" + (f"/{what}" if what else "")
            answer = await asyncio.to_thread(client.request, way, path, json=body)
            if answer.is_error:
                raise RuntimeError(f"{path}: {answer.status_code} {answer.text}")

        return act

    def asks(self) -> Act:
        """The requester."""

        async def act() -> None:
            client = self.stand.stack.client(REQUESTER)
            answer = await asyncio.to_thread(
                client.post, f"/api/tickets/{self.ticket}/messages", json={"body": TEXT, "visibility": "public"}
            )
            answer.raise_for_status()

        return act

    def mailed(self, post: Post) -> Act:
        """Somebody opens a ticket by mail."""

        async def act() -> None:
            mail = await post.send(f"kim{time.time_ns()}@bench.example")
            self.ticket = (await post.all_taken([mail]))[mail]["ticket"]

        return act

    def look(self) -> Act:
        async def act() -> None:
            (await self.operations.read(self.ticket)).expected()
            for _ in range(LOOKS - 1):
                (await self.operations.list()).expected()

        return act


@dataclass(slots=True)
class Learned:
    """Of each kind what it took, each time."""

    kinds: dict[str, list[Used]] = field(default_factory=dict)

    def of(self, kind: str) -> Used:
        """In the mean."""
        found = self.kinds.get(kind, [])
        units = {unit for used in found for unit in used}
        return {unit: sum(used.get(unit, 0) for used in found) / len(found) for unit in sorted(units)}

    def learn(self, taken: Taken, kind: str = "") -> None:
        """Of its commits those of one kind are new, if none is named that took all the rest."""
        kinds = [kind_of(commit[0]) for commit in taken.commits]
        if not kinds:
            return  # who has it already was given it
        if kinds == ["Answer"] and taken.mails:
            self.keep(MAIL_OUT, {unit: amount / taken.mails for unit, amount in taken.mailed.items()})
        rest = taken.used
        for known in [MAIL_OUT] * taken.mails:
            rest = _less(rest, self.of(known))
        for _ in range(sum(len(commit) - 1 for commit in taken.commits)):
            rest = _less(rest, FURTHER)
        new = kind or next((each for each in kinds if each not in self.kinds), kinds[0])
        if not kind:
            kinds.remove(new)
        for known in kinds:
            rest = _less(rest, self.of(known))
        self.keep(new, rest)

    def keep(self, kind: str, used: Used) -> None:
        """Time is not what was measured here: see `assumed`."""
        self.kinds.setdefault(kind, []).append({unit: amount for unit, amount in used.items() if unit != TIME})

    def toml(self) -> Iterator[str]:
        for kind in sorted(self.kinds):
            yield f"\n[measured.{kind}]"
            yield from (f"{unit} = {amount:.3g}" for unit, amount in self.of(kind).items() if round(amount, 3) > 0)


def _less(used: Used, known: Used) -> Used:
    return {unit: amount - known.get(unit, 0) for unit, amount in used.items()}


async def kinds(stand: Stand, accounts: Accounts, operations: Operations) -> Learned:
    """What each was found to take, without the first of each, which finds workers cold."""
    desk, post = Desk(stand, accounts, operations), Post(stand)
    await desk.open()
    learned = Learned()
    for turn in range(1 + TIMES):
        learned = learned if turn > 1 else Learned()
        for act in acts(desk):
            learned.learn(await desk.taken(act))
        looked = await desk.taken(desk.look())
        learned.keep(LOOK, {unit: amount / LOOKS for unit, amount in looked.used.items()})
        desk.ticket = ""
        learned.learn(await desk.taken(desk.open))
        opened, desk.ticket = desk.ticket, ""
        learned.learn(await desk.taken(desk.mailed(post)), MAIL_IN)
        desk.ticket = opened
    return learned


def acts(desk: Desk) -> Iterator[Act]:
    """What a mail takes is known by the first."""
    yield desk.post("messages", {"body": TEXT * 2, "visibility": "public"})
    for person in ("lead", "agent1"):
        yield desk.post("", {"assignee": person}, way="PATCH")
    yield desk.post("messages", {"body": TEXT, "visibility": "internal"})
    yield desk.asks()
    yield desk.post("", {"impact": "high"}, way="PATCH")
    for state in ("pending", "open"):
        yield desk.post("transitions", {"state": state})
    yield desk.post("escalations", {"reason": TEXT, "tried": TEXT})
    yield desk.post("de-escalations", {"answer": TEXT})
    for state in ("solved", "closed"):
        yield desk.post("transitions", {"state": state})
