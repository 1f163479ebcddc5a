"""What somebody is told whose ticket went to more skill."""

from typing import Final

from helpdesk.core.preferences.rules import Concern
from helpdesk.core.tickets.letters import Template

ESCALATED: Final = Template(
    name="escalated",
    texts={
        "en": '{id} "{subject}" ({priority}), which was yours, was escalated.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) war bei Ihnen und wurde eskaliert.\n\n{footer}',
    },
    to_staff=True,
    concern=Concern.ESCALATED,
)

LETTERS: Final = (ESCALATED,)
