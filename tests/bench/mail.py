"""Mail in, by SMTP: what reading one costs, how long it is until its ticket is there, and what a flood of it does.

A mail is taken in when it stands in the register, which is written with its ticket.
"""

import asyncio
import contextlib
import itertools
import json
import smtplib
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from statistics import median
from typing import Any, Final

import httpx
from helpdesk.foundation.platform.dynamodb import keys

from tests.bench.accounts import TABLE, Accounts, Counts
from tests.bench.driver import Timing, drive
from tests.bench.operations import TEXT, Operations
from tests.bench.stand import Stand

ADMIN: Final = "admin@demo.example"
HELP: Final = "help@demo.example"
FLOODER: Final = "flood@many.example"
READING: Final = frozenset({"accept_mail", "receive_email"})
COUNTED: Final = 3
WARM_UP: Final = 4
AT_ONCE: Final = 8
"""So many connections of SMTP."""
PATIENCE: Final = 1800.0

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailIn:
    """`cpu_ms` and `counts` are of accepting and reading one, with what it costs to be given it; `timing` is from SMTP
    to the ticket.
    """

    counts: Counts
    cpu_ms: float
    usd: float
    timing: Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFlood:
    """`quiet` is when the others write alone, `flooded` when somebody sends as many as all of them together. Seconds
    are from when a mail came in to its ticket, milliseconds a request of the API: each the median.
    """

    sent: int
    flooded: int
    """Of them, those of the flood and of the others in it."""
    lost: int
    quiet_s: float
    flooded_s: float
    flooder_s: float
    api_idle_ms: float
    api_quiet_ms: float
    api_flooded_ms: float
    seconds: float


class Post:
    """Who sends by SMTP, and looks for what became of it."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._dynamodb = stand.aws("dynamodb")
        self._senders = ThreadPoolExecutor(AT_ONCE)
        _open_mailbox(stand)

    async def send(self, sender: str) -> str:
        """The mail's id, as the mail service counts."""
        return await asyncio.get_running_loop().run_in_executor(self._senders, self._sent, sender)

    def _sent(self, sender: str) -> str:
        mail, number = EmailMessage(), next(_numbers)
        mail["From"], mail["To"], mail["Subject"] = sender, HELP, f"Printer {number} prints twice"
        mail["Message-ID"] = f"<{number}.{time.time_ns()}@{sender.partition('@')[2]}>"
        mail.set_content(TEXT * 3)
        with smtplib.SMTP("127.0.0.1", self._stand.stack.smtp_port, timeout=600) as smtp:
            smtp.ehlo()
            smtp.mail(sender)
            smtp.rcpt(HELP)
            code, answer = smtp.data(mail.as_bytes())
        if code != 250:
            raise RuntimeError(f"{code} {answer.decode()}")
        return answer.decode().split()[-1]

    def taken(self, mail_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """How those stand in the register that are there."""
        keys = [{"pk": {"S": f"MAIL#{mail_id}"}, "sk": {"S": "MAIL"}} for mail_id in mail_ids]
        items = _many(self._dynamodb, keys)
        return {mail["id"]: mail for item in items if (mail := json.loads(item["mail"]["S"]))}

    async def all_taken(self, mail_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        end = time.monotonic() + PATIENCE
        while (missing := [each for each in mail_ids if each not in found]) and time.monotonic() < end:
            found |= await asyncio.to_thread(self.taken, missing)
            await asyncio.sleep(0.01 if len(missing) == 1 else 1.0)
        return found

    def waits(self, mails: Iterable[Mapping[str, Any]]) -> list[float]:
        """Seconds from when each came in to when its ticket was written."""
        came = {mail["ticket"]: datetime.fromisoformat(mail["received_at"]) for mail in mails if mail.get("ticket")}
        heads = _many(self._dynamodb, [{"pk": {"S": f"T#{ticket}"}, "sk": {"S": "H"}} for ticket in came])
        made = [json.loads(keys.unpacked(head["head"])) for head in heads]
        return [(datetime.fromisoformat(it["created_at"]) - came[it["id"]]).total_seconds() for it in made]


def _open_mailbox(stand: Stand) -> None:
    """Whoever reads mail has not looked at the settings yet."""
    path, headers = f"{stand.url}/api/settings/mailboxes", {"authorization": f"Bearer {stand.stack.token(ADMIN)}"}
    now = httpx.get(path, headers=headers, timeout=PATIENCE)
    wanted = {"mailboxes": [{"id": "help", "address": HELP}]}
    saved = httpx.put(path, json=wanted, headers=headers | {"if-match": now.headers["etag"]}, timeout=PATIENCE)
    saved.raise_for_status()


def _many(dynamodb: Any, keys: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    batches = (keys[start : start + 100] for start in range(0, len(keys), 100))
    found = (dynamodb.batch_get_item(RequestItems={TABLE: {"Keys": batch}})["Responses"][TABLE] for batch in batches)
    return list(itertools.chain.from_iterable(found))


async def mail_in(stand: Stand, accounts: Accounts, post: Post, rounds: int) -> MailIn:
    """The least of a few for what it costs; one after the other for how long it takes."""

    async def one() -> str:
        mail_id = await post.send(f"nora{next(_numbers)}@bench.example")
        if (await post.all_taken([mail_id]))[mail_id]["outcome"] != "message":
            raise RuntimeError(f"{mail_id} became no message.")
        return mail_id

    for _ in range(WARM_UP):
        await one()
    stand.settle()
    found = []
    for _ in range(COUNTED):
        with stand.counted() as calls:
            await one()
        found.append([call for call in calls if call.function in READING])
    least = min(found, key=len)
    counts = accounts.counts(least, browser_requests=0)
    timing = Timing()
    for _ in range(rounds):
        begun = time.perf_counter()
        await one()
        timing.milliseconds.append((time.perf_counter() - begun) * 1000)
        stand.settle()
    return MailIn(
        counts=counts,
        cpu_ms=min(sum(call.cpu_ms for call in calls) for calls in found),
        usd=counts.usd + accounts.prices.mail_in(),
        timing=timing,
    )


async def mail_flood(stand: Stand, post: Post, operations: Operations, mails: int) -> MailFlood:
    """Half of them from one sender. Beside them somebody reads tickets."""
    others = [f"p{number}@{number % 20}.example" for number in range(mails // 2)]
    idle = await drive(operations.read, 1, count=max(20, mails // 20))
    quiet, quiet_api, _ = await _dropped(stand, post, operations, others)
    begun = time.monotonic()
    crowd = [each for pair in zip(others, [FLOODER] * len(others), strict=True) for each in pair]
    mixed, flooded_api, senders = await _dropped(stand, post, operations, crowd)
    seconds = time.monotonic() - begun
    theirs = [mail for mail in mixed.values() if senders[mail["id"]] != FLOODER]
    flooders = [mail for mail in mixed.values() if senders[mail["id"]] == FLOODER]
    kept = [mail for mail in (*quiet.values(), *mixed.values()) if mail["outcome"] == "message"]
    return MailFlood(
        sent=len(others) + len(crowd),
        flooded=len(crowd),
        lost=len(others) + len(crowd) - len(kept),
        quiet_s=median(post.waits(quiet.values())),
        flooded_s=median(post.waits(theirs)),
        flooder_s=median(post.waits(flooders)),
        api_idle_ms=idle.quantile(0.5),
        api_quiet_ms=quiet_api.quantile(0.5),
        api_flooded_ms=flooded_api.quantile(0.5),
        seconds=seconds,
    )


async def _dropped(
    stand: Stand, post: Post, operations: Operations, senders: Sequence[str]
) -> tuple[dict[str, dict[str, Any]], Timing, dict[str, str]]:
    """All at once; what became of each, how long a request took meanwhile, and who sent which."""
    ended, timing = asyncio.Event(), Timing()

    async def reading() -> None:
        while not ended.is_set():
            one = await drive(operations.read, 1, count=1)
            timing.milliseconds += one.milliseconds
            await asyncio.sleep(0.05)

    reader = asyncio.create_task(reading())
    ids = await asyncio.gather(*map(post.send, senders))
    found = await post.all_taken(ids)
    ended.set()
    await reader
    await asyncio.to_thread(_settled, stand)
    return found, timing, dict(zip(ids, senders, strict=True))


def _settled(stand: Stand) -> None:
    """What so many mails set off goes on for longer than other things do."""
    for _ in range(6):
        with contextlib.suppress(TimeoutError):
            stand.settle()
            return
