"""What members of a team are told of tickets that are theirs, or nobody's yet."""

from typing import Final

from helpdesk.core.tickets.letters import Template

ASSIGNED: Final = Template(
    name="assigned",
    texts={
        "en": '{id} "{subject}" ({priority}) is now yours.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) gehört jetzt Ihnen.\n\n{footer}',
    },
    to_staff=True,
)

HANDED_OVER: Final = Template(
    name="handed_over",
    texts={
        "en": '{id} "{subject}" ({priority}) is handed over to you.\n\n{body}\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) wird Ihnen übergeben.\n\n{body}\n\n{footer}',
    },
    to_staff=True,
)

UNATTENDED: Final = Template(
    name="unattended",
    texts={
        "en": '{id} "{subject}" ({priority}) waits in your queue and nobody could be given it yet.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}) wartet in Ihrer Warteschlange und niemand konnte es bekommen.\n\n{footer}',
    },
    to_staff=True,
)

RETURNED: Final = Template(
    name="returned",
    texts={
        "en": '{id} "{subject}" ({priority}) is back in your queue: whoever worked on it is away or left the team, and '
        "nobody could be given it yet.\n\n{footer}",
        "de": '{id} "{subject}" ({priority}) ist wieder in Ihrer Warteschlange: Wer daran gearbeitet hat, ist abwesend '
        "oder nicht mehr im Team, und noch niemand konnte es bekommen.\n\n{footer}",
    },
    to_staff=True,
)

LETTERS: Final = (ASSIGNED, HANDED_OVER, UNATTENDED, RETURNED)
