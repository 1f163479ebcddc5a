"""Whose mails are, in DynamoDB: an item for each Message-ID."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpdesk.channels.notices.ports import MOST_NAMED
from helpdesk.channels.notices.rules.threads import MailClaim, MailKnownError, MailThread, known_as
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact


class DynamoMailThreads:
    """See ports.MailThreads."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def known(self, message_ids: Sequence[str]) -> Mapping[str, MailThread]:
        asked = {message_id: message_key(message_id) for message_id in message_ids[:MOST_NAMED]}
        wanted = {key["pk"]["S"]: key for key in asked.values()}
        found = {item["pk"]["S"]: _thread_of(item) for item in self._tables.get_many(list(wanted.values()))}
        named = ((message_id, found.get(key["pk"]["S"])) for message_id, key in asked.items())
        return {message_id: thread for message_id, thread in named if thread}

    def claim(self, claim: MailClaim) -> None:
        transact(self._tables.client, claim_writes(self._tables, claim))


def claim_writes(tables: Tables, claim: MailClaim) -> list[Write]:
    """Claim a mail, or MailKnownError."""
    put = {"TableName": tables.main, "Item": claim_item(claim), "ConditionExpression": "attribute_not_exists(pk)"}
    return [Write({"Put": put}, MailKnownError(claim.message_id))]


def claim_item(claim: MailClaim) -> Item:
    return message_key(claim.message_id) | {"thread": keys.text(encoding.encode(claim.thread))}


def _thread_of(item: Item) -> MailThread:
    return encoding.decode(MailThread, item["thread"]["S"])


def message_key(message_id: str) -> Key:
    return item_key(f"MSG#{known_as(message_id)}", "MSG")
