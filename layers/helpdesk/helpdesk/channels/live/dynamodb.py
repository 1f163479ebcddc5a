"""Open live connections in the ephemeral table. Everything expires soon after the two hours a connection can last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from botocore.exceptions import ClientError

from helpdesk.channels.live.ports import Noted, Watcher
from helpdesk.channels.live.rules import CONNECTION_LIFETIME, LISTED, Listed, Presence
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.actors import Actor, Joined, Visitor
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition


def admission_key(secret: str) -> Key:
    return item_key(f"ADM#{digest(secret)}", "ADM")


def connection_key(connection_id: str) -> Key:
    return item_key(f"CONN#{connection_id}", "CONN")


def online_key(person: str) -> Key:
    return item_key(f"ONLINE#{person}", "ONLINE")


def topic_pk(topic: str) -> str:
    return f"TOPIC#{topic}"


def flag_key(topic: str) -> Key:
    """Of what says that a topic is watched: many are asked about at once."""
    return item_key(f"WATCHED#{topic}", "WATCHED")


def watcher_key(topic: str, connection_id: str) -> Key:
    return item_key(topic_pk(topic), connection_id)


def listed_key(topic: str, ticket_id: str) -> Key:
    return item_key(f"HERE#{topic}", ticket_id)


CONNECTION: Final = "C#"


class DynamoLiveBoard:
    """See ports.LiveBoard."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def issue(self, secret: str, actor: Actor, lifetime: timedelta) -> None:
        self._put(admission_key(secret) | {"actor": keys.text(encoding.encode(actor))}, lifetime)

    def admit(self, secret: str, connection_id: str) -> Actor | None:
        try:
            answer = self._tables.client.delete_item(
                TableName=self._tables.ephemeral,
                Key=admission_key(secret),
                # The table forgets expired items late, so that an old admission may still be there.
                ConditionExpression="attribute_exists(pk) AND expires_at > :now",
                ExpressionAttributeValues={":now": keys.number(int(self._tables.wall().timestamp()))},
                ReturnValues="ALL_OLD",
            )
        except ClientError as error:
            if not failed_condition(error):
                raise
            return None
        actor = answer["Attributes"]["actor"]
        self._put(connection_key(connection_id) | {"actor": actor}, CONNECTION_LIFETIME)
        return _actor(actor["S"])

    def arrive(self, person: str, connection_id: str) -> bool:
        end = int((self._tables.wall() + CONNECTION_LIFETIME).timestamp())
        before = self._noted(person, connection_id, "SET #mine = :end, expires_at = :end", {":end": keys.number(end)})
        return not before - {connection_id}

    def depart(self, person: str, connection_id: str) -> bool:
        return self._noted(person, connection_id, "REMOVE #mine") == {connection_id}

    def _noted(self, person: str, connection_id: str, expression: str, values: Item | None = None) -> set[str]:
        """Somebody's connections before this; one whose end was never told counts only as long as one can last."""
        answer = self._tables.client.update_item(
            TableName=self._tables.ephemeral,
            Key=online_key(person),
            UpdateExpression=expression,
            ExpressionAttributeNames={"#mine": f"{CONNECTION}{connection_id}"},
            ReturnValues="ALL_OLD",
            **({"ExpressionAttributeValues": values} if values else {}),
        )
        now = self._tables.wall().timestamp()
        known = {name: value for name, value in answer.get("Attributes", {}).items() if name.startswith(CONNECTION)}
        return {name.removeprefix(CONNECTION) for name, until in known.items() if int(until["N"]) > now}

    def actor(self, connection_id: str) -> Actor | None:
        item = self._tables.get(self._tables.ephemeral, connection_key(connection_id))
        return _actor(item["actor"]["S"]) if item else None

    def watch(self, connection_id: str, topics: Sequence[str], *, staff: bool, visitor: Visitor | None = None) -> None:
        if not topics or not self._note(connection_id, "ADD topics :topics", topics):
            return
        by = {"visitor": keys.text(encoding.encode(visitor))} if visitor else {}
        for topic in topics:
            self._put(flag_key(topic), CONNECTION_LIFETIME)
            self._put(watcher_key(topic, connection_id) | {"staff": {"BOOL": staff}} | by, CONNECTION_LIFETIME)

    def unwatch(self, connection_id: str, topics: Sequence[str]) -> None:
        for topic in topics:
            self._delete(watcher_key(topic, connection_id))
        if topics:
            self._note(connection_id, "DELETE topics :topics", topics)

    def leave(self, connection_id: str) -> Actor | None:
        answer = self._tables.client.delete_item(
            TableName=self._tables.ephemeral, Key=connection_key(connection_id), ReturnValues="ALL_OLD"
        )
        item = answer.get("Attributes", {})
        self.forget(connection_id, item.get("topics", {}).get("SS", []))
        return _actor(item["actor"]["S"]) if item else None

    def forget(self, connection_id: str, topics: Sequence[str]) -> None:
        for topic in topics:
            self._delete(watcher_key(topic, connection_id))

    def watched(self, topics: Sequence[str]) -> frozenset[str]:
        now = self._tables.wall().timestamp()
        asked = {flag_key(topic)["pk"]["S"]: topic for topic in topics}
        flags = self._tables.get_many([flag_key(topic) for topic in asked.values()], self._tables.ephemeral)
        return frozenset(asked[flag["pk"]["S"]] for flag in flags if int(flag["expires_at"]["N"]) > now)

    def watchers(self, topic: str) -> Sequence[Watcher]:
        return [_watcher(item) for item in self._of(topic_pk(topic))]

    def _of(self, pk: str) -> Sequence[Item]:
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(pk)},
        )
        return [item for page in pages for item in page["Items"]]

    def note(self, topic: str, connection_id: str, presence: Presence) -> Noted | None:
        said = {":presence": keys.text(encoding.encode(presence))}
        old = self._update(watcher_key(topic, connection_id), "SET presence = :presence", said)
        return None if old is None else Noted(before=_presence(old))

    def keep_listed(self, topic: str, listed: Listed) -> None:
        key = listed_key(topic, listed.ticket_id)
        if listed.people:
            self._put(key | {"people": keys.text(encoding.encode(listed.people))}, LISTED)
        else:
            self._delete(key)

    def listed(self, topic: str) -> Sequence[Listed]:
        items = self._of(f"HERE#{topic}")
        return [Listed(ticket_id=TicketId(item["sk"]["S"]), people=_people(item)) for item in items]

    def _note(self, connection_id: str, expression: str, topics: Sequence[str]) -> bool:
        """Keep what a connection watches with it; False when it was closed meanwhile."""
        values = {":topics": {"SS": sorted(set(topics))}}
        return self._update(connection_key(connection_id), expression, values) is not None

    def _update(self, key: Key, expression: str, values: Item) -> Item | None:
        """What was there of it before; None when it is not there any more."""
        try:
            answer = self._tables.client.update_item(
                TableName=self._tables.ephemeral,
                Key=key,
                UpdateExpression=expression,
                ConditionExpression="attribute_exists(pk)",
                ExpressionAttributeValues=values,
                ReturnValues="ALL_OLD",
            )
        except ClientError as error:
            if not failed_condition(error):
                raise
            return None
        old: Item = answer.get("Attributes", {})
        return old

    def _put(self, item: Item, lifetime: timedelta) -> None:
        end = int((self._tables.wall() + lifetime).timestamp())
        self._tables.client.put_item(TableName=self._tables.ephemeral, Item=item | {"expires_at": keys.number(end)})

    def _delete(self, key: keys.Key) -> None:
        self._tables.client.delete_item(TableName=self._tables.ephemeral, Key=key)


def _watcher(item: Item) -> Watcher:
    return Watcher(
        connection_id=item["sk"]["S"],
        staff=item["staff"]["BOOL"],
        presence=_presence(item),
        visitor=encoding.decode(Visitor, item["visitor"]["S"]) if "visitor" in item else None,
    )


def _presence(item: Item) -> Presence | None:
    return encoding.decode(Presence, item["presence"]["S"]) if "presence" in item else None


def _people(item: Item) -> tuple[Presence, ...]:
    return encoding.decode(tuple[Presence, ...], item["people"]["S"])


def _actor(text: str) -> Actor:
    joined, visitor = encoding.decode(Joined, text), encoding.decode(Visitor, text)
    if joined.also:
        return joined
    return visitor if visitor.until else encoding.decode(Actor, text)
