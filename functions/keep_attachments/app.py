"""Keep the files that came with a message, as what they really are."""

from helpdesk.actions import attachments
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def keep(fact: Fact) -> list[str]:
    return attachments.keep(desk(), [attachment["id"] for attachment in fact.data["attachments"]])


handler = consumes(keep)
