from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Sequence

    from helpdesk.capabilities.answers.rules.index import Entry, Index
    from helpdesk.capabilities.answers.rules.question import Asked
    from helpdesk.capabilities.search.ports import Manifests
    from helpdesk.capabilities.search.rules.manifest import Manifest
    from helpdesk.foundation.platform.ports import Packs


class Found(Struct, frozen=True, kw_only=True):
    """An article that says something like it: how much, from 0 to 1, and in which of its texts where."""

    article: str
    score: float
    entry: Entry
    passage: Callable[[str], str]
    """Of the text in a language, the piece that says it best."""


class Encoder(Protocol):
    def encode(self, texts: Sequence[str]) -> Sequence[bytes]:
        """What each means, in whatever language it says it: texts that mean the same have vectors that are near."""


class Library(Protocol):
    """An index as it is asked."""

    @property
    def index(self) -> Index: ...

    def find(self, asked: Asked, meaning: bytes, may: Callable[[Entry], bool], limit: int) -> Sequence[Found]:
        """Of what somebody may see, the best first."""


class Shelf(Protocol):
    """The index on this worker: it is fetched when another one holds."""

    def following(self, manifest: Manifest) -> Library:
        """LookupError when its file has gone meanwhile."""


class News(Protocol):
    def tell(self, article: str) -> None:
        """Something changed of this article; raises what can be tried again."""


class AnswerPorts(Struct, frozen=True, kw_only=True):
    manifests: Manifests
    packs: Packs
    shelf: Shelf
    encoder: Encoder
    news: News
