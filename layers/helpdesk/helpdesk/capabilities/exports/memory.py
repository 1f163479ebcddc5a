"""Tables that people asked for, in memory. Nothing of them expires."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from helpdesk.capabilities.exports.rules.export import Errand, Export, Format
from helpdesk.foundation.kernel.vocabulary import PersonId


class MemoryExports:
    """See ports.Exports."""

    def __init__(self) -> None:
        self._exports: dict[tuple[PersonId, str], Export] = {}

    def put(self, export: Export) -> None:
        self._exports[export.by, export.id] = export

    def of(self, person: PersonId, most: int) -> Sequence[Export]:
        own = (export for (by, _), export in self._exports.items() if by == person)
        return sorted(own, key=lambda export: export.id, reverse=True)[:most]

    def get(self, person: PersonId, export_id: str) -> Export | None:
        return self._exports.get((person, export_id))

    def say(self, export: Export) -> None:
        if (export.by, export.id) in self._exports:
            self.put(export)


class MemoryMakers:
    """See ports.Makers. What was begun is kept for a test to go on with."""

    def __init__(self) -> None:
        self.begun: list[Errand] = []

    def begin(self, errand: Errand) -> None:
        self.begun.append(errand)


class MemoryFiles:
    """See ports.Files."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}

    def put(self, errand: Errand, content: Iterable[bytes], kind: Format) -> None:  # noqa: ARG002 - it has no type here
        self.made[errand.export] = b"".join(content)

    def link(self, errand: Errand, name: str, lifetime: timedelta) -> str:
        return f"memory://exports/{errand.export}?name={name}&seconds={lifetime.total_seconds():.0f}"
