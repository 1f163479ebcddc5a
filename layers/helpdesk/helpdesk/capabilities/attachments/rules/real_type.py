from typing import Final

import puremagic

# What a browser could run is handed out as plain bytes, whatever it is.
ACTIVE: Final = ("html", "xml", "svg", "javascript")

BYTES: Final = "application/octet-stream"


def real_type(beginning: bytes) -> str:
    """The media type the bytes have; plain bytes when unknown or when a browser could run it."""
    try:
        found = puremagic.from_string(beginning, mime=True)
    except (puremagic.PureError, ValueError):
        return BYTES
    return BYTES if not found or any(word in found for word in ACTIVE) else str(found)
