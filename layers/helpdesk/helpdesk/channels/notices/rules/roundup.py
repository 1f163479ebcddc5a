"""Letters to staff that are about no single ticket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.core.tickets.letters import Template

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.notices.letters import Letter
    from helpdesk.channels.notices.rules.wording import Wording
    from helpdesk.foundation.desk import Desk


class Roundup(Struct, frozen=True, kw_only=True):
    """A letter to staff about several tickets, or figures: it came by no mailbox, and no single ticket shows how it
    looks.
    """

    name: str
    subjects: Mapping[str, str]
    texts: Mapping[str, str]
    """By language. What stands in them is all that they can speak of, and what every roundup can (rules/places)."""
    example: Callable[[Desk, Wording], Letter]
    """How it looks, of tickets that there are not."""
    says: Mapping[str, Mapping[str, str]] = {}
    """By place and language, where one means something of its own in it."""


Kind = Template | Roundup
"""What administrators can put into words of their own."""
