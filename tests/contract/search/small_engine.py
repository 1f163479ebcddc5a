"""An index that is read from one end to the other: what the way of its files is tried with, in no time.

Its files behave as those of the real one: none is changed, several become one, and a commit knows what is left.
"""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

import msgspec
from helpdesk.capabilities.search.ports import Alike, Committed, Found, Hit, Position, Spot
from helpdesk.capabilities.search.rules.document import Document, order_of
from helpdesk.capabilities.search.rules.snippet import Piece

MOST_FILES = 4
_numbers = count()


class SmallWriter:
    def __init__(self, folder: Path, head: bytes | None) -> None:
        self._folder = folder
        self._files = msgspec.json.decode(head, type=list[str]) if head is not None else []
        held = {path.name for path in folder.iterdir()}
        assert held == set(self._files), "a writer finds the files of the commit before, and no others"
        self._held = read(folder, self._files)
        self._new: dict[str, Document] = {}

    def put(self, documents: Iterable[Document]) -> None:
        for document in documents:
            there = self._new.get(document.id) or self._held.get(document.id)
            if there is None or there.version < document.version:
                self._new[document.id] = document

    def commit(self) -> Committed:
        if self._new:
            wanted = self._new
            if len(self._files) >= MOST_FILES:
                wanted, self._files = self._held | self._new, []
            name = f"{next(_numbers)}.part"
            (self._folder / name).write_bytes(msgspec.json.encode(list(wanted.values())))
            self._files = [*self._files, name]
        return Committed(files=tuple(self._files), head=msgspec.json.encode(self._files))


class SmallReader:
    def __init__(self, folder: Path, head: bytes) -> None:
        self._documents = read(folder, msgspec.json.decode(head, type=list[str]))

    def find(self, *_, after=None, limit=20, **__) -> Found:
        found = sorted(map(_spot, self._documents.values()), key=lambda spot: spot.position)
        page = [spot for spot in found if after is None or spot.position > after][:limit]
        return Found(hits=tuple(page), total=len(found), total_is="exact", facets={"state": {"open": len(found)}})

    def alike(self, *_) -> list[Alike]:
        return []


class SmallEngine:
    def writer(self, directory: Path, head: bytes | None) -> SmallWriter:
        return SmallWriter(directory, head)

    def reader(self, directory: Path, head: bytes) -> SmallReader:
        return SmallReader(directory, head)


def read(folder: Path, files: Iterable[str]) -> dict[str, Document]:
    parts = [msgspec.json.decode((folder / name).read_bytes(), type=list[Document]) for name in files]
    return {document.id: document for part in parts for document in part}


def _spot(document: Document) -> Spot:
    hit = Hit(
        id=document.id,
        kind=document.kind,
        title=(Piece(text=document.title),),
        snippet=(),
        created=document.created,
        at=document.at,
        card=document.card,
    )
    return Spot(position=Position(before=-order_of(document)), show=lambda: hit)
