"""What was sent of tickets, in DynamoDB: the item that claims the effect holds the mail and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from botocore.exceptions import ClientError

from helpdesk.channels.notices.dynamodb.threads import claim_item
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
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import InsideError
from helpdesk.foundation.platform.dynamodb import effects, keys
from helpdesk.foundation.platform.dynamodb.effects import DynamoEffectLedger, effect_key
from helpdesk.foundation.platform.dynamodb.keys import Text, ticket_pk
from helpdesk.foundation.platform.dynamodb.limits import limit_writes
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, failed_condition, transact
from helpdesk.foundation.platform.ports import Claim

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.kernel.vocabulary import TicketId
    from helpdesk.foundation.platform.ports import EffectLedger, Limit

MAILS: Final = "C#mail#"


class DynamoMailLedger:
    """See ports.MailLedger."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def effects(self, mail: OutMail, *limits: Limit) -> EffectLedger:
        return _MailEffects(self._tables, mail, limits)

    def withhold(self, mail: OutMail, why: WhyWithheld) -> None:
        fate = MailFate(state=MailState.WITHHELD, at=mail.at, why=why)
        put = effects.claim_put(self._tables, mail.ticket, mail.key, timedelta(), mail=_written(mail))
        put["Item"] |= {
            "effect": keys.text(effects.SENT),
            "fate": keys.text(encoding.encode(fate)),
            "fate_rank": keys.number(fate.state.rank),
        }
        try:
            self._tables.client.put_item(**put)
        except ClientError as error:
            if not failed_condition(error):
                raise

    def became(self, news: MailNews) -> OutMail | None:
        item = self._tables.get(self._tables.main, effect_key(news.ticket, news.key))
        if item is None or "mail" not in item:
            return None
        kept = _read(item)
        if kept.fate.state.rank >= news.fate.state.rank:
            return kept.mail
        update = effects.done_update(self._tables, news.ticket, news.key, news.message_id)
        update["UpdateExpression"] = "SET effect = :sent, message_id = :id, fate = :fate, fate_rank = :rank"
        update["UpdateExpression"] += " REMOVE lease_until"
        update["ExpressionAttributeValues"] |= {f":{name}": value for name, value in _fate(news.fate).items()}
        update["ConditionExpression"] = "attribute_not_exists(fate_rank) OR fate_rank < :rank"
        if item.get("message_id") != keys.text(news.message_id):  # who sent it died before it was written down
            self._tables.client.put_item(TableName=self._tables.main, Item=_claim(kept.mail, news.message_id))
        try:
            self._tables.client.update_item(**update)
        except ClientError as error:
            if not failed_condition(error):  # another worker wrote first
                raise
        return kept.mail

    def of_ticket(self, ticket_id: TicketId) -> Sequence[KeptMail]:
        found = self._tables.query_all(ticket_pk(ticket_id), MAILS, f"{MAILS}~")
        return [_read(item) for item in found if "mail" in item]


class _OvertakenError(InsideError):
    """Another worker wrote first."""

    code = "overtaken"


class _MailEffects(DynamoEffectLedger):
    def __init__(self, tables: Tables, mail: OutMail, limits: Sequence[Limit]) -> None:
        super().__init__(tables)
        self._mail = mail
        self._limits = limits

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        """Where nothing is counted it is one item, and no transaction, which costs twice."""
        put = effects.claim_put(self._tables, ticket_id, key, lease, mail=_written(self._mail))
        if not self._limits:
            return effects.claimed(self._tables, ticket_id, key, put)
        counted = limit_writes(self._tables, *self._limits)
        try:
            transact(self._tables.client, [Write({"Put": put}, _OvertakenError()), *counted])
        except _OvertakenError:
            return effects.held(self._tables, ticket_id, key)
        return Claim.GRANTED

    def done(self, ticket_id: TicketId, key: str, made: str) -> None:
        """At once: between the two, a worker that dies would have it sent again, or its answers unknown."""
        update = effects.done_update(self._tables, ticket_id, key, made)
        answers = {"TableName": self._tables.main, "Item": _claim(self._mail, made)}
        transact(self._tables.client, [Write({"Update": update}), Write({"Put": answers})])


_STATES: Final = {
    effects.SENDING: MailState.SENDING,
    effects.SENT: MailState.SENT,
    effects.REFUSED: MailState.REFUSED,
}


def _written(mail: OutMail) -> Text:
    return keys.text(encoding.encode(mail))


def _fate(fate: MailFate) -> Item:
    return {"fate": keys.text(encoding.encode(fate)), "rank": keys.number(fate.state.rank)}


def _read(item: Item) -> KeptMail:
    mail = encoding.decode(OutMail, item["mail"]["S"])
    if "fate" in item:
        return KeptMail(mail=mail, fate=encoding.decode(MailFate, item["fate"]["S"]))
    return KeptMail(mail=mail, fate=MailFate(state=_STATES[item["effect"]["S"]], at=mail.at))


def _claim(mail: OutMail, message_id: str) -> Item:
    return claim_item(MailClaim(message_id=message_id, thread=thread_of(mail)))
