"""As whom a letter is written."""

from typing import Final

from msgspec import Struct

BRAND: Final = "Helpdesk"


class Letterhead(Struct, frozen=True, kw_only=True):
    """`brand` stands above a letter and in front of the address it comes from, `signature` below its words."""

    brand: str = BRAND
    signature: str = ""
    address: str = ""
    """Of the mailbox that its ticket came by; empty where it came by none."""


PLAIN: Final = Letterhead()
