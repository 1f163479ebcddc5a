"""Settings in DynamoDB: a pointer to what holds, a record of every save, and files in versions that never change."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError, SettingsMovedError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact
from helpdesk.foundation.settings.documents import Bundle, File, Setting
from helpdesk.foundation.settings.edition import Edition, Saved, edition_of, first_edition
from helpdesk.foundation.settings.reading import Reading
from helpdesk.foundation.settings.stored import (
    PK,
    POINTER,
    check_size,
    file_at,
    read,
    record_at,
    records_of,
    revision_of,
    written,
)

T = TypeVar("T")

Place = tuple[str, str]
"""A shelf, and the reference of a file on it."""

KEPT: Final = timedelta(seconds=30)


class DynamoSettings:
    """See ports.SettingsStore. A worker that knows nothing yet makes two requests for a bundle, whatever was saved."""

    def __init__(self, tables: Tables, wall: Callable[[], datetime], bundles: Sequence[Bundle]) -> None:
        self._tables = tables
        self._wall = wall
        self._reading = Reading(self, bundles)
        self._read_at: datetime | None = None
        self._pointer: Item = {}
        self._fetched: dict[str, dict[Place, File]] = {}
        self._looked_for: dict[str, set[Place]] = {}

    def of(self, setting: Setting[T]) -> T:
        if self._read_at is None or self._wall() - self._read_at >= KEPT:
            self._look()
        return self._reading.of(setting)

    def latest(self, setting: Setting[T]) -> T:
        self._look()
        return self._reading.of(setting)

    def _look(self) -> None:
        now = self._wall()
        self._pointer = self._tables.get(self._tables.main, POINTER) or {}
        self._read_at = now

    def now(self, bundle: str) -> Edition:
        self._look()
        found = self._reading.bundle(bundle)
        return self._with_files(found, self.saved(found))

    def save(self, before: Edition, after: Edition) -> None:
        bundle = self._reading.bundle(after.bundle)
        check_size(bundle, before, after)
        record = written(bundle, after.on_record())
        writes = [
            self._put(file_at(bundle, shelf, ref), "document", encoding.encode(dict(file)))
            for shelf, ref, file in after.added_to(before)
        ]
        writes += [self._point(bundle, before, after, record), self._put(*record_at(bundle, after.revision), record)]
        try:
            transact(self._tables.client, writes)
        except ConflictError as error:
            self._look()
            raise SettingsMovedError(self.revision(bundle)) from error
        self._read_at = None

    def _put(self, key: Key, attribute: str, json: str) -> Write:
        """What is written once and never again."""
        item = key | {attribute: keys.text(json)}
        put = {"TableName": self._tables.main, "Item": item, "ConditionExpression": "attribute_not_exists(pk)"}
        return Write({"Put": put}, _conflict())

    def _point(self, bundle: Bundle, before: Edition, after: Edition, record: str) -> Write:
        names = {"#revision": revision_of(bundle)} | ({} if bundle.apart else {"#record": bundle.name})
        values = {":after": keys.number(after.revision)} | ({} if bundle.apart else {":record": keys.text(record)})
        if before.revision:
            values[":before"] = keys.number(before.revision)
        update = {
            "TableName": self._tables.main,
            "Key": POINTER,
            "UpdateExpression": "SET #revision = :after" + ("" if bundle.apart else ", #record = :record"),
            "ConditionExpression": "#revision = :before" if before.revision else "attribute_not_exists(#revision)",
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
        return Write({"Update": update}, _conflict())

    def saves(self, bundle: str) -> Sequence[Saved]:
        found = self._reading.bundle(bundle)
        prefix, (_, attribute) = records_of(found), record_at(found, 0)
        items = self._tables.query_all(PK, prefix, f"{prefix}~")
        return sorted((read(found, item[attribute]["S"]) for item in items), key=lambda saved: saved.revision)

    def edition(self, bundle: str, revision: int) -> Edition:
        found = self._reading.bundle(bundle)
        return self._with_files(found, self._record(found, revision))

    def _record(self, bundle: Bundle, revision: int) -> Saved:
        if not revision:
            return Saved()
        key, attribute = record_at(bundle, revision)
        item = self._tables.get(self._tables.main, key)
        if item is None:
            raise NotFoundError("settings", f"{bundle.name}#{revision}")
        return read(bundle, item[attribute]["S"])

    def _with_files(self, bundle: Bundle, saved: Saved) -> Edition:
        first = first_edition(bundle)
        named = {shelf: [ref for ref in refs if ref not in first.files[shelf]] for shelf, refs in saved.refs.items()}
        return edition_of(first, saved, self._files(bundle, named))

    def _files(self, bundle: Bundle, wanted: Mapping[str, Sequence[str]]) -> dict[Place, File]:
        """What is not there is left out."""
        places = [(shelf, ref) for shelf, refs in wanted.items() for ref in refs]
        by_name = {file_at(bundle, *place)["sk"]["S"]: place for place in places}
        items = self._tables.get_many([item_key(PK, name) for name in by_name])
        return {by_name[item["sk"]["S"]]: _document(item) for item in items}

    # What Reading asks

    def revision(self, bundle: Bundle) -> int:
        attribute = revision_of(bundle)
        return int(self._pointer[attribute]["N"]) if attribute in self._pointer else 0

    def saved(self, bundle: Bundle) -> Saved:
        revision = self.revision(bundle)
        if bundle.apart or not revision:
            return self._record(bundle, revision)
        return read(bundle, self._pointer[bundle.name]["S"])

    def fetch(self, bundle: Bundle, wanted: Mapping[str, Sequence[str]]) -> None:
        looked_for = self._looked_for.setdefault(bundle.name, set())
        new = {shelf: [ref for ref in refs if (shelf, ref) not in looked_for] for shelf, refs in wanted.items()}
        looked_for |= {(shelf, ref) for shelf, refs in new.items() for ref in refs}
        self._fetched.setdefault(bundle.name, {}).update(self._files(bundle, new))

    def file(self, bundle: Bundle, shelf: str, ref: str) -> File | None:
        if (fetched := self._fetched.get(bundle.name, {}).pop((shelf, ref), None)) is not None:
            return fetched  # from here on it is kept parsed
        item = self._tables.get(self._tables.main, file_at(bundle, shelf, ref))
        return _document(item) if item else None


def _document(item: Item) -> File:
    document: dict[str, Any] = encoding.decode(dict, item["document"]["S"])
    return document


def _conflict() -> ConflictError:
    return ConflictError("The settings were saved by somebody else meanwhile.")
