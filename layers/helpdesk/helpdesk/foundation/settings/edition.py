"""Editions: what holds of a bundle at one time, and what is on record of who saved it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.foundation.settings.documents import Bundle, Document, File, Setting, Shelf
from helpdesk.foundation.settings.versions import Versions

T = TypeVar("T")


class Saved(Struct, frozen=True, kw_only=True):
    """A save as it stays on record: all but the files, which stay on their shelves."""

    revision: int = 0
    document: File = {}
    refs: Mapping[str, Sequence[str]] = {}
    """By shelf the files that hold, in their order."""
    numbers: Mapping[str, int] = {}
    """By `shelf/id` the highest version ever given, also of what was taken out since."""
    saved_at: datetime | None = None
    saved_by: str = ""

    def changed_since(self, before: "Saved") -> tuple[str, ...]:
        """Fields and shelves that are not as they were."""
        was, now = ({**saved.document, **_lists(saved.refs)} for saved in (before, self))
        return tuple(name for name in {**was, **now} if was.get(name) != now.get(name))


def _lists(refs: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {shelf: list(of_shelf) for shelf, of_shelf in refs.items()}


class Edition(Struct, frozen=True, kw_only=True):
    """All that holds of a bundle at one time, as it was written. Revision 0 is built in."""

    bundle: str
    revision: int = 0
    document: File = {}
    files: Mapping[str, Mapping[str, File]] = {}
    """By shelf the files that hold by reference, in their order."""
    numbers: Mapping[str, int] = {}
    """As in Saved."""
    saved_at: datetime | None = None
    saved_by: str = ""

    def of(self, setting: Setting[T]) -> T:
        """What a setting would be if this held: also of an edition that nobody has saved."""
        return setting.read(self)

    def versions(self, shelf: Shelf[T]) -> Versions[T]:
        parsed: dict[str, T] = {}
        for ref, file in self.files.get(shelf.name, {}).items():
            parsed[ref] = shelf.parse(file, parsed)
        return Versions(parsed, list(parsed))

    def on_record(self) -> Saved:
        return Saved(
            revision=self.revision,
            document=self.document,
            refs={shelf: list(files) for shelf, files in self.files.items()},
            numbers=self.numbers,
            saved_at=self.saved_at,
            saved_by=self.saved_by,
        )

    def added_to(self, before: "Edition") -> list[tuple[str, str, File]]:
        """Shelf, reference and file of each version that there never was before."""
        return [
            (shelf, ref, file)
            for shelf, files in self.files.items()
            for ref, file in files.items()
            if file["version"] > before.numbers.get(f"{shelf}/{file['id']}", 0)
        ]

    def with_fields(self, fields: File, at: datetime, by: str) -> "Edition":
        """The next one, in which some fields of its document are these."""
        document = {**self.document, **fields}
        return replace(self, revision=self.revision + 1, document=document, saved_at=at, saved_by=by)

    def instead_of(self, now: "Edition", at: datetime, by: str) -> "Edition":
        """An older edition to be saved again, after the one that holds now. No number is given twice."""
        return replace(self, revision=now.revision + 1, numbers=now.numbers, saved_at=at, saved_by=by)


def edition_of(first: Edition, saved: Saved, stored: Mapping[tuple[str, str], File]) -> Edition:
    """What was saved, with its files by shelf and reference. What it says nothing of is as it was at first."""
    if not saved.revision:
        return first
    files = {
        shelf: {
            ref: built_in[ref] if ref in built_in else stored[shelf, ref] for ref in saved.refs.get(shelf, built_in)
        }
        for shelf, built_in in first.files.items()
    }
    return Edition(
        bundle=first.bundle,
        revision=saved.revision,
        document={**first.document, **saved.document},
        files=files,
        numbers={**first.numbers, **saved.numbers},
        saved_at=saved.saved_at,
        saved_by=saved.saved_by,
    )


def first_edition(bundle: Bundle) -> Edition:
    """What holds until somebody saves."""
    parts = bundle.parts()
    shelves = [part for part in parts if isinstance(part, Shelf)]
    return Edition(
        bundle=bundle.name,
        document={name: first for part in parts if isinstance(part, Document) for name, first in part.first.items()},
        files={shelf.name: shelf.first_files for shelf in shelves},
        numbers={f"{shelf.name}/{file['id']}": file["version"] for shelf in shelves for file in shelf.first},
    )
