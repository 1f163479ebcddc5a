"""Files that came with messages. They have no part in the head: the facts that bring them name them."""

from typing import Final

from msgspec import Struct

MOST_FILES: Final = 10
"""Of one message that is written here; a mail may bring more."""


class Attachment(Struct, frozen=True, kw_only=True):
    """A file that came with a message. `type` is what the sender said; what it really is, the stored object knows."""

    id: str
    name: str
    size: int = 0
    type: str = "application/octet-stream"
