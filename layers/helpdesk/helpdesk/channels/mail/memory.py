"""Mail in, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote

from helpdesk.channels.mail.ports import MailPage, TakenIn
from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.register import Earlier, Outcome, Taken, shortened
from helpdesk.channels.notices.rules.threads import MailKnownError
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryRawMails:
    """See ports.RawMails."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def read(self, key: str) -> bytes:
        if key not in self.kept:
            raise NotFoundError("mail", key)
        return self.kept[key]

    def link(self, key: str, name: str, lifetime: timedelta) -> str:
        self.read(key)
        return f"memory://mail/{key}?name={quote(name)}&seconds={lifetime.total_seconds():.0f}"


@dataclass(slots=True)
class MailRows:
    mails: dict[str, Taken] = field(default_factory=dict)
    contents: dict[str, Earlier] = field(default_factory=dict)


def check_taken_in(table: MemoryTable, what: TakenIn) -> None:
    rows = table.rows(MailRows)
    if rows.mails.get(what.taken.id) != what.before:
        raise ConflictError("This mail was taken in meanwhile.")
    if what.content and what.content in rows.contents:
        raise MailKnownError(what.taken.id)


def take_in(table: MemoryTable, what: TakenIn) -> None:
    rows, taken = table.rows(MailRows), what.taken
    rows.mails[taken.id] = taken
    if what.content and taken.ticket and taken.entry:
        rows.contents[what.content] = Earlier(id=taken.id, ticket=taken.ticket, entry=taken.entry)


class MemoryMailRegister:
    """See ports.MailRegister."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._rows = table.rows(MailRows)

    def get(self, mail_id: str) -> Taken | None:
        return self._rows.mails.get(mail_id)

    def put(self, what: TakenIn) -> None:
        with self._table.lock:
            check_taken_in(self._table, what)
            take_in(self._table, what)

    def earlier(self, content: str) -> Earlier | None:
        return self._rows.contents.get(content)

    def page(self, outcome: Outcome | None, cursor: str | None, limit: int) -> MailPage:
        with self._table.lock:
            found = {
                f"{instant(mail.received_at)}#{mail.id}": mail
                for mail in self._rows.mails.values()
                if outcome in {None, mail.outcome}
            }
        order = [at for at in sorted(found, reverse=True) if cursor is None or at < cursor]
        items = tuple(shortened(found[at]) for at in order[:limit])
        return MailPage(items=items, cursor=order[limit - 1] if len(order) > limit else None)

    def count(self, outcome: Outcome, most: int) -> int:
        with self._table.lock:
            return min(most, sum(mail.outcome is outcome for mail in self._rows.mails.values()))


class MemoryArrivals:
    """See ports.Arrivals."""

    def __init__(self) -> None:
        self.waiting: list[Arrival] = []

    def send(self, arrival: Arrival) -> None:
        self.waiting.append(arrival)
