"""What a company can set: documents that hold until they are saved anew, and shelves of files in versions.

A capability declares what it reads of settings and what holds at first. What is saved together is a bundle.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from msgspec import Struct

from helpdesk.foundation.settings.versions import Versions

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.kernel.reading import Reader

T = TypeVar("T")

T_co = TypeVar("T_co", covariant=True)

File = Mapping[str, Any]
"""One JSON object, as it was written."""


class Settings(Protocol):
    """What holds now."""

    def of(self, setting: Setting[T]) -> T: ...


class Written(Protocol):
    """What settings are read from."""

    @property
    def document(self) -> File: ...

    def versions(self, shelf: Shelf[T]) -> Versions[T]: ...


class Setting(Protocol[T_co]):
    """What one can ask for: a document or a shelf."""

    @property
    def bundle(self) -> str: ...

    def read(self, written: Written) -> T_co: ...

    def at_first(self) -> T_co:
        """What holds until somebody saves something."""


class Document(Struct, Generic[T_co], frozen=True, kw_only=True, eq=False):
    """Some fields of what is saved with its bundle. Others may read the same fields in their own way."""

    bundle: str
    """With what it is saved."""
    first: File
    """The fields it knows, each with what holds until somebody saves it."""
    parse: Callable[[File], T_co]
    """Makes a value of these fields."""

    def read(self, written: Written) -> T_co:
        return self.parse({name: written.document.get(name, first) for name, first in self.first.items()})

    def at_first(self) -> T_co:
        return self.parse(self.first)


class Section(Document[T_co], Generic[T_co], frozen=True, kw_only=True, eq=False):
    """A document that people read and write as some fields of a larger one."""

    fields: type[Struct]
    """These fields. What they are is said by a struct, objects in them by further ones."""
    check: Callable[[Reader, Collection[str]], Struct]
    """Makes them of what was sent, or raises SettingError with the place. Files may be named by these references."""


class Shelf(Struct, Generic[T], frozen=True, kw_only=True, eq=False):
    """Files by id, each kept in versions that never change: what was promised by one stays promised by it."""

    bundle: str
    """With what it is saved."""
    name: str
    first: Sequence[File]
    """The files of a new desk. They are found by their reference, and by their id alone; they are never stored."""
    parse: Callable[[File, Mapping[str, T]], T]
    """Makes a value of a file; the mapping has the other files of the shelf."""

    def read(self, written: Written) -> Versions[T]:
        return written.versions(self)

    def at_first(self) -> Versions[T]:
        return Versions(dict(parsed_first(self)), list(self.first_files))

    @property
    def first_files(self) -> Mapping[str, File]:
        return {f"{file['id']}@{file['version']}": file for file in self.first}


@cache
def parsed_first(shelf: Shelf[T]) -> Mapping[str, T]:
    """The first files of a shelf by reference and by id; parsed once, as they are the same for every desk."""
    parsed: dict[str, T] = {}
    for ref, file in shelf.first_files.items():
        parsed[ref] = parsed[file["id"]] = shelf.parse(file, parsed)
    return parsed


class Bundle(Struct, frozen=True, kw_only=True):
    """What is saved together: it has one revision, and every save of it is on record."""

    name: str
    parts: Callable[[], Sequence[Setting[Any]]]
    """All that is read of it. Only who saves it imports all of that."""
    shelves: Mapping[str, str] = {}
    """The names of its shelves, each with what one of its files is called."""
    apart: bool = False
    """Its document is kept in an item of its own, not in the pointer that every worker reads twice a minute."""
