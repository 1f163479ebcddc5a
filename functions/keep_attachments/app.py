"""Keep the files that came with a message, as what they really are."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.foundation.edge.task import Delivery, consumes


def keep(fact: Delivery) -> list[str]:
    return attachments.keep(desk(), [attachment["id"] for attachment in fact.data["attachments"]])


handler = consumes(keep)
