"""Letters about mail that came in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from helpdesk.core.preferences.rules import Concern
from helpdesk.core.tickets.letters import Template

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.letters import Recipient
    from helpdesk.foundation.desk import Desk

_WHY: Final = {
    "no_person": {"en": "Nobody here is called that.", "de": "Niemand hier heißt so."},
    "ambiguous_name": {
        "en": "Several people are called that. Please name the one you mean by their e-mail address.",
        "de": "Mehrere Personen heißen so. Bitte nennen Sie die gemeinte mit ihrer E-Mail-Adresse.",
    },
    "not_in_team": {
        "en": "They do not work in the team that has the ticket.",
        "de": "Diese Person arbeitet nicht in dem Team, bei dem das Ticket liegt.",
    },
    "no_staff": {"en": "They do not work on tickets.", "de": "Diese Person bearbeitet keine Tickets."},
    "is_away": {"en": "They are away.", "de": "Diese Person ist abwesend."},
    "not_one_of": {
        "en": "There is no such priority: P1 (critical), P2 (high), P3 (normal) or P4 (low).",
        "de": "Diese Priorität gibt es nicht: P1 (kritisch), P2 (hoch), P3 (normal) oder P4 (niedrig).",
    },
}

_OTHERWISE: Final = {
    "en": "As the ticket stands now, this cannot be done.",
    "de": "So, wie das Ticket jetzt steht, geht das nicht.",
}


def _why(_desk: Desk, _ticket: Ticket, entry: Entry, reader: Recipient) -> Mapping[str, str]:
    return {"why": _WHY.get(getattr(entry.event, "why", ""), _OTHERWISE)[reader.language]}


COMMAND_REFUSED: Final = Template(
    name="command_refused",
    texts={
        "en": 'Your reply to {id} "{subject}" was taken in. This, which stood above it, was not done:\n\n{body}'
        "\n\n{why}\n\n{footer}",
        "de": 'Ihre Antwort zu {id} "{subject}" ist angekommen. Nicht ausgeführt wurde, was darüber stand:\n\n{body}'
        "\n\n{why}\n\n{footer}",
    },
    to_staff=True,
    said=_why,
)

NOTE_BY_MAIL: Final = Template(
    name="note_by_mail",
    texts={
        "en": '{author} answered a blind copy of what was written on {id} "{subject}":\n\n{body}\n\nIt stands there as '
        "an internal note: who asked does not see it. If you reply to this mail, your answer becomes one, too."
        "\n\n{footer}",
        "de": '{author} hat auf eine Blindkopie zu {id} "{subject}" geantwortet:\n\n{body}\n\nDas steht dort als '
        "interne Notiz, die die anfragende Person nicht sieht. Wenn Sie auf diese Mail antworten, wird auch Ihre "
        "Antwort eine solche Notiz.\n\n{footer}",
    },
    to_staff=True,
    concern=Concern.REPLIED,
)

LETTERS: Final = (COMMAND_REFUSED, NOTE_BY_MAIL)
