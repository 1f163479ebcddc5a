"""Asking a requester how it went: a line for each rating, with the link that chooses it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.surveys.rules import RATINGS, token
from helpdesk.core.record.surveys import SurveyAsked
from helpdesk.core.tickets.letters import Recipient, Template

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk

# From the best to the worst.
_WORDS: Final = {
    "en": ("very good", "good", "all right", "bad", "very bad"),
    "de": ("sehr gut", "gut", "in Ordnung", "schlecht", "sehr schlecht"),
}


def _choices(desk: Desk, ticket: Ticket, entry: Entry, reader: Recipient) -> Mapping[str, str]:
    if not isinstance(entry.event, SurveyAsked):
        raise TypeError(f"{entry.type} asks for no rating")
    links = _rating_links(desk, ticket, entry.event.cycle)
    lines = zip(_WORDS[reader.language], reversed(links), strict=True)
    return {"choices": "\n".join(f"{word}: {link}" for word, link in lines)}


def _rating_links(desk: Desk, ticket: Ticket, cycle: int) -> list[str]:
    """Addresses that let a requester say how it went, from very bad to very good, without an account."""
    key = token(desk, ticket, cycle)
    return [f"{desk.site_url}/rating?rating={rating}#{key}" for rating in RATINGS]


SURVEY: Final = Template(
    name="survey",
    texts={
        "en": 'Hello {name},\n\nyour request "{subject}" was solved. How was it? Please choose:\n\n{choices}'
        "\n\nYou can add some words there, and change your mind for a while.\n\n{footer}",
        "de": 'Guten Tag {name},\n\nIhre Anfrage "{subject}" wurde gelöst. Wie war es? Bitte wählen Sie:\n\n{choices}'
        "\n\nDort können Sie einige Worte hinzufügen und Ihre Wahl eine Zeit lang ändern.\n\n{footer}",
    },
    said=_choices,
)

LETTERS: Final = (SURVEY,)
