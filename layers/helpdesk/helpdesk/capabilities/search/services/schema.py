"""An index of tantivy: what it has of a document. Texts come to it cut: it knows terms and places, not languages."""

from datetime import datetime
from typing import Any, Final

import tantivy
from msgspec import Struct

from helpdesk.capabilities.search.rules.document import FACETS, Passage
from helpdesk.core.tickets.rules.listing import Card

HEAD: Final = "meta.json"


class Kept(Struct, frozen=True, kw_only=True, array_like=True, omit_defaults=True):
    """What an index gives back of a document; what is for staff alone stands apart."""

    id: str
    kind: str
    title: str
    language: str | None
    created: datetime
    at: datetime
    texts: tuple[Passage, ...] = ()
    card: Card | None = None


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in ("title", "words", "notes"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("id", "open_marks", "marks", "door", "tongue"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("order", "changed", "due", "solved", "version"):
        builder.add_integer_field(name, fast=True)
    for name in ("kept", "inner"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


SCHEMA: Final = _schema()
