"""SLA settings in DynamoDB: one item per version that never changes, and a pointer to the versions that hold."""

from datetime import datetime
from typing import Any, Final

import msgspec

from helpdesk.capabilities.sla.settings.edition import NO_SURVEY, Edition, File, built_in
from helpdesk.capabilities.sla.versions import SlaVersions, refs_of
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact
from helpdesk.foundation.settings.keys import settings_key

SINGULAR: Final = {"calendars": "calendar", "policies": "policy", "ladders": "ladder"}

MOST_KEYS: Final = 100  # of one BatchGetItem


class Pointer(msgspec.Struct, frozen=True, kw_only=True):
    """What holds, without the files."""

    revision: int
    refs: dict[str, list[str]]
    close_solved_after_days: int
    numbers: dict[str, int]
    saved_at: datetime
    saved_by: str
    survey: dict[str, Any] = msgspec.field(default_factory=dict)


class DynamoSlaSettings:
    """The SLA part of ports.SettingsStore. A worker that knows nothing yet makes two requests, whatever was saved."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._versions = SlaVersions(self._fetch)
        self._revision = 0
        self.book: SlaBook = self._versions.built_in()

    def follow(self, current: Item) -> None:
        """Let the versions that the pointer's item names hold."""
        if "sla" not in current:
            return
        pointer = encoding.decode(Pointer, current["sla"]["S"])
        if pointer.revision == self._revision:
            return
        for (kind, ref), file in self._files(self._versions.missing(pointer.refs)).items():
            self._versions.keep(kind, ref, file)
        self.book = self._versions.book(pointer.refs, pointer.close_solved_after_days, pointer.survey)
        self._revision = pointer.revision

    def edition(self) -> Edition:
        item = self._tables.get(self._tables.main, settings_key("CURRENT")) or {}
        if "sla" not in item:
            return built_in()
        pointer = encoding.decode(Pointer, item["sla"]["S"])
        found = self._files([(kind, ref) for kind, refs in pointer.refs.items() for ref in refs])
        return Edition(
            revision=pointer.revision,
            close_solved_after_days=pointer.close_solved_after_days,
            survey=pointer.survey or NO_SURVEY,
            numbers=pointer.numbers,
            saved_at=pointer.saved_at,
            saved_by=pointer.saved_by,
            **{kind: {ref: found[kind, ref] for ref in refs} for kind, refs in pointer.refs.items()},
        )

    def save(self, before: Edition, after: Edition) -> None:
        writes = [self._version(kind, ref, file) for kind, ref, file in _new(before, after)]
        pointer = encoding.encode(_pointer(after))
        audit = settings_key(f"sla-saved#{after.revision:08d}") | {"saved": keys.text(pointer)}
        writes += [self._current(before, after, pointer), self._put(audit)]
        transact(self._tables.client, writes)

    def _version(self, kind: str, ref: str, file: File) -> Write:
        document = {"document": keys.text(encoding.encode(dict(file)))}
        return self._put(settings_key(f"{SINGULAR[kind]}#{ref}") | document)

    def _put(self, item: Item) -> Write:
        put = {"TableName": self._tables.main, "Item": item, "ConditionExpression": "attribute_not_exists(pk)"}
        return Write({"Put": put}, _conflict())

    def _current(self, before: Edition, after: Edition, pointer: str) -> Write:
        condition = "sla_revision = :before" if before.revision else "attribute_not_exists(sla_revision)"
        values = {":sla": keys.text(pointer), ":after": keys.number(after.revision)}
        update = {
            "TableName": self._tables.main,
            "Key": settings_key("CURRENT"),
            "UpdateExpression": "SET sla = :sla, sla_revision = :after",
            "ConditionExpression": condition,
            "ExpressionAttributeValues": values
            | ({":before": keys.number(before.revision)} if before.revision else {}),
        }
        return Write({"Update": update}, _conflict())

    def _fetch(self, kind: str, ref: str) -> File | None:
        item = self._tables.get(self._tables.main, settings_key(f"{SINGULAR[kind]}#{ref}"))
        return _document(item) if item else None

    def _files(self, wanted: list[tuple[str, str]]) -> dict[tuple[str, str], File]:
        """The stored files of these versions; those that are built in were never stored."""
        found = {(kind, ref): file for kind, files in built_in().files.items() for ref, file in files.items()}
        stored = [each for each in wanted if each not in found]
        by_key = {f"{SINGULAR[kind]}#{ref}": (kind, ref) for kind, ref in stored}
        names = list(by_key)
        for start in range(0, len(names), MOST_KEYS):
            page = self._tables.get_many([settings_key(name) for name in names[start : start + MOST_KEYS]])
            found |= {by_key[item["sk"]["S"]]: _document(item) for item in page}
        return found


def _document(item: Item) -> File:
    document: dict[str, Any] = encoding.decode(dict, item["document"]["S"])
    return document


def _new(before: Edition, after: Edition) -> list[tuple[str, str, File]]:
    held = {(kind, ref) for edition in (before, built_in()) for kind, files in edition.files.items() for ref in files}
    return [
        (kind, ref, file)
        for kind, files in after.files.items()
        for ref, file in files.items()
        if (kind, ref) not in held
    ]


def _pointer(edition: Edition) -> Pointer:
    if edition.saved_at is None:
        raise ValueError("What is built in is not saved")
    return Pointer(
        revision=edition.revision,
        refs=refs_of(edition),
        close_solved_after_days=edition.close_solved_after_days,
        survey=dict(edition.survey),
        numbers=dict(edition.numbers),
        saved_at=edition.saved_at,
        saved_by=edition.saved_by,
    )


def _conflict() -> ConflictError:
    return ConflictError("The settings were saved by somebody else meanwhile.")
