"""What was sent of tickets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from msgspec.structs import replace

from helpdesk.channels.notices.memory.threads import write_claim
from helpdesk.channels.notices.rules.sent import (
    KeptMail,
    MailFate,
    MailNews,
    MailState,
    OutMail,
    WhyWithheld,
    thread_of,
)
from helpdesk.channels.notices.rules.threads import MailClaim
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.effects import MemoryEffectLedger
from helpdesk.foundation.platform.memory.limits import check_limit, count
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Claim, EffectLedger, Limit


@dataclass(slots=True)
class MailRows:
    kept: dict[tuple[TicketId, str], KeptMail] = field(default_factory=dict)


class MemoryMailLedger:
    """See ports.MailLedger."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._kept = table.rows(MailRows).kept

    def effects(self, mail: OutMail, *limits: Limit) -> EffectLedger:
        return _MailEffects(self._table, mail, limits)

    def withhold(self, mail: OutMail, why: WhyWithheld) -> None:
        effects = MemoryEffectLedger(self._table)
        with self._table.lock:
            if effects.claim(mail.ticket, mail.key, timedelta()) is Claim.GRANTED:
                effects.done(mail.ticket, mail.key, "")
                self._keep(mail, MailState.WITHHELD, why)

    def became(self, news: MailNews) -> OutMail | None:
        with self._table.lock:
            kept = self._kept.get((news.ticket, news.key))
            if kept is None:
                return None
            if kept.fate.state.rank < news.fate.state.rank:
                self._kept[news.ticket, news.key] = replace(kept, fate=news.fate)
                _sent(self._table, kept.mail, news.message_id)
            return kept.mail

    def of_ticket(self, ticket_id: TicketId) -> Sequence[KeptMail]:
        return [kept for (ticket, _), kept in sorted(self._kept.items()) if ticket == ticket_id]

    def _keep(self, mail: OutMail, state: MailState, why: str = "") -> None:
        self._kept[mail.ticket, mail.key] = KeptMail(mail=mail, fate=MailFate(state=state, at=mail.at, why=why))


class _MailEffects(MemoryEffectLedger):
    def __init__(self, table: MemoryTable, mail: OutMail, limits: Sequence[Limit]) -> None:
        super().__init__(table)
        self._kept = table.rows(MailRows).kept
        self._mail = mail
        self._limits = limits

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        with self._table.lock:
            claim = super().claim(ticket_id, key, lease)
            if claim is Claim.GRANTED:
                self._count(ticket_id, key)
                self._turn(MailState.SENDING)
        return claim

    def _count(self, ticket_id: TicketId, key: str) -> None:
        try:
            for limit in self._limits:
                check_limit(self._table, limit)
        except Exception:
            self._rows.effects.pop((ticket_id, key))
            raise
        for limit in self._limits:
            count(self._table, limit)

    def done(self, ticket_id: TicketId, key: str, made: str) -> None:
        with self._table.lock:
            _sent(self._table, self._mail, made)
            if self._kept[ticket_id, key].fate.state.rank < MailState.SENT.rank:
                self._turn(MailState.SENT)

    def refused(self, ticket_id: TicketId, key: str, lease: timedelta) -> None:
        with self._table.lock:
            super().refused(ticket_id, key, lease)
            self._turn(MailState.REFUSED)

    def _turn(self, state: MailState) -> None:
        kept = KeptMail(mail=self._mail, fate=MailFate(state=state, at=self._mail.at))
        self._kept[self._mail.ticket, self._mail.key] = kept


def _sent(table: MemoryTable, mail: OutMail, message_id: str) -> None:
    MemoryEffectLedger(table).done(mail.ticket, mail.key, message_id)
    write_claim(table, MailClaim(message_id=message_id, thread=thread_of(mail)))
