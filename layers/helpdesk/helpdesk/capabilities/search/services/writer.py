"""Documents into the index of a directory."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import msgspec
import tantivy
from tantivy import PreTokenizedString, Token

from helpdesk.capabilities.search.ports import Committed
from helpdesk.capabilities.search.rules.document import (
    Document,
    Passage,
    changed_order,
    due_order,
    first_order,
    order_of,
)
from helpdesk.capabilities.search.rules.lanes import Lane, lanes_of
from helpdesk.capabilities.search.rules.words import written
from helpdesk.capabilities.search.services.schema import HEAD, SCHEMA, Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ROOM: Final = 32_000_000  # bytes; what is written between two commits fits into it


class TantivyWriter:
    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._index = tantivy.Index(SCHEMA, path=str(directory))
        self._writer = self._index.writer(heap_size=ROOM, num_threads=1)
        self._searcher = self._index.searcher()
        self._versions: dict[str, int] = {}

    def put(self, documents: Iterable[Document]) -> None:
        for document in documents:
            if self._version(document.id) < document.version:
                self._versions[document.id] = document.version
                self._writer.delete_documents_by_term("id", document.id)
                self._writer.add_document(_tantivy_document(document))

    def commit(self) -> Committed:
        self._writer.commit()
        self._writer.wait_merging_threads()
        head = (self._directory / HEAD).read_bytes()
        return Committed(files=tuple(sorted(_files(self._directory, head))), head=head)

    def _version(self, id: str) -> int:  # noqa: A002 - it is one
        if id not in self._versions:
            there = self._searcher.search(tantivy.Query.term_query(SCHEMA, "id", id), 1, count=False).hits
            versions = self._searcher.fast_field_values("version", [address for _, address in there])
            self._versions[id] = int(versions[0] or 0) if versions else 0
        return self._versions[id]


def _files(directory: Path, head: bytes) -> Iterator[str]:
    """Those that the head names: of each segment its parts, and which of its documents are gone."""
    segments = {each["segment_id"].replace("-", ""): each["deletes"] for each in json.loads(head)["segments"]}
    for path in directory.iterdir():
        found = re.fullmatch(r"([0-9a-f]{32})\.(?:(\d+)\.)?\w+", path.name)
        if not found or found[1] not in segments:
            continue
        deletes = segments[found[1]]
        if found[2] is None or (deletes and int(found[2]) == deletes["opstamp"]):
            yield path.name


def _tantivy_document(document: Document) -> Any:
    lanes = lanes_of(document)
    made = tantivy.Document()
    for name, lane in (("title", lanes.title), ("words", lanes.words), ("notes", lanes.notes)):
        made.add_pre_tokenized_text(name, _tokens(lane))
    many = {"open_marks": lanes.open_marks, "marks": lanes.marks, "door": lanes.door, "tongue": lanes.tongues}
    for name, values in many.items():
        for value in values:
            made.add_text(name, value)
    for name, value in (*lanes.facets.items(), ("id", document.id)):
        made.add_text(name, value)
    made.add_integer("order", order_of(document))
    made.add_integer("changed", changed_order(document))
    made.add_integer("due", due_order(document))
    if document.solved:
        made.add_integer("solved", first_order(document.solved))
    made.add_integer("version", document.version)
    texts = [
        Passage(text=written(each.text), language=each.language, internal=each.internal) for each in document.texts
    ]
    made.add_bytes("kept", msgspec.msgpack.encode(_kept(document, tuple(each for each in texts if not each.internal))))
    made.add_bytes("inner", msgspec.msgpack.encode([each for each in texts if each.internal]))
    return made


def _kept(document: Document, texts: tuple[Passage, ...]) -> Kept:
    return Kept(
        id=document.id,
        kind=document.kind,
        title=written(document.title),
        language=document.language,
        created=document.created,
        at=document.at,
        texts=texts,
        card=document.card,
    )


def _tokens(lane: Lane) -> Any:
    return PreTokenizedString("", [Token(term, place, 0, 0) for place, terms in enumerate(lane) for term in terms])
