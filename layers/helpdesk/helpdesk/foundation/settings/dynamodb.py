"""Settings documents in DynamoDB: a pointer to the current version, and versions that never change."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from helpdesk.capabilities.sla.dynamodb import DynamoSlaSettings
from helpdesk.capabilities.sla.settings.edition import Edition
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.core.tickets.first_settings import default_settings
from helpdesk.core.tickets.settings import DeskSettings
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write, transact
from helpdesk.foundation.settings.keys import settings_key

KEPT: Final = timedelta(seconds=30)


class DynamoSettingsStore:
    """See ports.SettingsStore. Until a company saves settings of its own, the built-in version 0 holds."""

    def __init__(self, tables: Tables, wall: Callable[[], datetime]) -> None:
        self._tables = tables
        self._wall = wall
        self._read_at: datetime | None = None
        self._desk = default_settings()
        self._sla = DynamoSlaSettings(tables)

    def desk(self) -> DeskSettings:
        self._refresh()
        return self._desk

    def desk_now(self) -> DeskSettings:
        self._read_at = None
        return self.desk()

    def sla(self) -> SlaBook:
        self._refresh()
        return self._sla.book

    def sla_edition(self) -> Edition:
        return self._sla.edition()

    def save_sla(self, before: Edition, after: Edition) -> None:
        self._sla.save(before, after)
        self._read_at = None

    def _refresh(self) -> None:
        now = self._wall()
        if self._read_at and now - self._read_at < KEPT:
            return
        pointer = self._tables.get(self._tables.main, settings_key("CURRENT")) or {}
        version = int(pointer["desk"]["N"]) if "desk" in pointer else 0
        if version != self._desk.version:
            self._desk = self._load(version)
        self._sla.follow(pointer)
        self._read_at = now

    def _load(self, version: int) -> DeskSettings:
        item = self._tables.get(self._tables.main, settings_key(f"desk#{version}"))
        if item is None:
            raise LookupError(f"Settings version {version} is current but was never saved")
        return encoding.decode(DeskSettings, item["document"]["S"])

    def save(self, settings: DeskSettings) -> None:
        """Add a version and make it current. An existing version is never written over."""
        put = {
            "TableName": self._tables.main,
            "Item": settings_key(f"desk#{settings.version}") | {"document": keys.text(encoding.encode(settings))},
            "ConditionExpression": "attribute_not_exists(pk)",
        }
        point = {
            "TableName": self._tables.main,
            "Key": settings_key("CURRENT"),
            "UpdateExpression": "SET desk = :version",
            "ExpressionAttributeValues": {":version": keys.number(settings.version)},
        }
        refusal = ConflictError("The settings were changed meanwhile.")
        transact(self._tables.client, [Write({"Put": put}, refusal), Write({"Update": point})])
        self._read_at = None
