"""Thanks: a reply that says nothing else asks for nothing, so it starts no clock and opens nothing again."""

import re
from typing import Final

from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.text import folded

LONGEST: Final = 120  # characters

_WORD: Final = re.compile(r"[^\W\d_]+")

_THANKS: Final = "thank thanks thankyou thx ty cheers merci danke dank dankeschön dankeschoen"

# What goes with it. Whoever says more than this says something.
_POLITE: Final = """
    a again all and best dear fast for great hello help hi kind lot many much perfect quick regards so support team the
    very you your
    alles besten deine dir die eure euch für freundliche freundlichen fuer gruesse gruß grüße grüßen gute guten hallo
    herzlichen hilfe ihnen ihre lg liebe mfg mit nochmals prima schnelle schön schöne schoen sehr super tag tausend und
    unterstützung vg viele vielen
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(text)))


THANKS: Final = _words(_THANKS)

KNOWN: Final = THANKS | _words(_POLITE)


def only_thanks(text: str, ticket: Ticket) -> bool:
    """Whether a reply is thanks and nothing else. In doubt it is not: no question may go unanswered."""
    if len(text) > LONGEST or re.search(r"[?\d]", text):
        return False
    words = _words(text)
    return bool(words & THANKS) and words <= KNOWN | _words(f"{ticket.requester_name} {ticket.assignee_name or ''}")
