"""Mail in, in DynamoDB.

MAIL#<id>         MAIL            a mail in full
MAILS#<outcome>   <at>#<id>       the same, shortened, in the list of those with its outcome
MAILONCE#<digest> MAILONCE        the mail of this content that made a message
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpdesk.channels.mail.ports import MailPage, TakenIn
from helpdesk.channels.mail.rules.register import Earlier, Outcome, Taken, shortened
from helpdesk.channels.notices.rules.threads import MailKnownError
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact


class DynamoMailRegister:
    """See ports.MailRegister."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def get(self, mail_id: str) -> Taken | None:
        item = self._tables.get(self._tables.main, mail_key(mail_id))
        return _taken_of(item) if item else None

    def put(self, what: TakenIn) -> None:
        transact(self._tables.client, taken_in_writes(self._tables, what))

    def earlier(self, content: str) -> Earlier | None:
        item = self._tables.get(self._tables.main, content_key(content))
        return encoding.decode(Earlier, item["earlier"]["S"]) if item else None

    def page(self, outcome: Outcome | None, cursor: str | None, limit: int) -> MailPage:
        found = [item for each in ([outcome] if outcome else Outcome) for item in self._listed(each, cursor, limit + 1)]
        found.sort(key=lambda item: item["sk"]["S"], reverse=True)
        shown = found[:limit]
        more = len(found) > limit
        return MailPage(items=tuple(map(_taken_of, shown)), cursor=shown[-1]["sk"]["S"] if more else None)

    def count(self, outcome: Outcome, most: int) -> int:
        return self._tables.count(list_pk(outcome), " ", "~", most)

    def _listed(self, outcome: Outcome, cursor: str | None, limit: int) -> list[Item]:
        pk = list_pk(outcome)
        start = {"ExclusiveStartKey": item_key(pk, cursor)} if cursor else {}
        return self._tables.query(pk, " ", "~", ScanIndexForward=False, Limit=limit, **start)[0]


def taken_in_writes(tables: Tables, what: TakenIn) -> list[Write]:
    """A mail that was taken in, once of its content, or what the failed condition of a write means."""
    writes = [*_mail_writes(tables, what.taken, what.before)]
    if what.content and what.taken.ticket and what.taken.entry:
        earlier = Earlier(id=what.taken.id, ticket=what.taken.ticket, entry=what.taken.entry)
        once = {
            "TableName": tables.main,
            "Item": content_key(what.content) | {"earlier": keys.text(encoding.encode(earlier))},
            "ConditionExpression": "attribute_not_exists(pk)",
        }
        writes.append(Write({"Put": once}, MailKnownError(what.taken.id)))
    return writes


def _mail_writes(tables: Tables, taken: Taken, before: Taken | None) -> Iterator[Write]:
    """The mail itself, and its place in the list of its outcome."""
    put: dict[str, Any] = {
        "TableName": tables.main,
        "Item": mail_key(taken.id) | {"mail": _text(taken), "revision": keys.number(taken.revision)},
        "ConditionExpression": "revision = :before" if before else "attribute_not_exists(pk)",
    }
    if before:
        put["ExpressionAttributeValues"] = {":before": keys.number(before.revision)}
    yield Write({"Put": put}, ConflictError("This mail was taken in meanwhile."))
    if before and before.outcome is not taken.outcome:
        yield Write({"Delete": {"TableName": tables.main, "Key": list_key(before)}})
    row = list_key(taken) | {"mail": _text(shortened(taken))}
    yield Write({"Put": {"TableName": tables.main, "Item": row}})


def _text(taken: Taken) -> dict[str, str]:
    return keys.text(encoding.encode(taken))


def _taken_of(item: Item) -> Taken:
    return encoding.decode(Taken, item["mail"]["S"])


def mail_key(mail_id: str) -> Key:
    return item_key(f"MAIL#{mail_id}", "MAIL")


def list_pk(outcome: str) -> str:
    return f"MAILS#{outcome}"


def list_key(taken: Taken) -> Key:
    return item_key(list_pk(taken.outcome), f"{instant(taken.received_at)}#{taken.id}")


def content_key(content: str) -> Key:
    return item_key(f"MAILONCE#{content}", "MAILONCE")
