from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import timedelta

    from helpdesk.capabilities.exports.rules.export import Errand, Export, Format
    from helpdesk.foundation.kernel.cells import Cell
    from helpdesk.foundation.kernel.vocabulary import PersonId


class Exports(Protocol):
    """Tables that people asked for. They are kept for a day."""

    def put(self, export: Export) -> None: ...

    def of(self, person: PersonId, most: int) -> Sequence[Export]:
        """Of somebody, the newest first, in one request."""

    def get(self, person: PersonId, export_id: str) -> Export | None: ...

    def say(self, export: Export) -> None:
        """How far it is; nothing where it is no longer kept."""


class Makers(Protocol):
    def begin(self, errand: Errand) -> None:
        """Have it made."""


class Files(Protocol):
    """What was made. It is deleted a day later."""

    def put(self, errand: Errand, content: Iterable[bytes], kind: Format) -> None:
        """All of it or nothing, without ever holding all of it."""

    def link(self, errand: Errand, name: str, lifetime: timedelta) -> str:
        """Where whoever has it gets the file, for so long."""


class Tables(Protocol):
    def written(self, kind: Format, rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
        """The bytes of a table, the first row its headings."""


class ExportPorts(Struct, frozen=True, kw_only=True):
    exports: Exports
    makers: Makers
    files: Files
    tables: Tables
