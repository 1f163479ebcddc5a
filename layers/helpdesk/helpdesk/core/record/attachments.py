"""Files that came with messages. They have no part in the head: the facts that bring them name them."""

from msgspec import Struct


class Attachment(Struct, frozen=True, kw_only=True):
    """A file that came with a message. `type` is what the sender said; what it really is, the stored object knows."""

    id: str
    name: str
    size: int = 0
    type: str = "application/octet-stream"
