"""What those are told who should answer for a ticket that escalates."""

from typing import Final

from helpdesk.core.preferences.rules import Concern
from helpdesk.core.tickets.letters import Template

PAGE: Final = Template(
    name="page",
    texts={
        "en": '{id} "{subject}" ({priority}) needs somebody now. Take it on, and acknowledge it so that no more '
        "mails like this one are sent.\n\n{footer}",
        "de": '{id} "{subject}" ({priority}) braucht jetzt jemanden. Übernehmen und bestätigen Sie es, dann folgt '
        "keine weitere Mail wie diese.\n\n{footer}",
    },
    to_staff=True,
    concern=Concern.PAGED,
)

LETTERS: Final = (PAGE,)
