"""How people who work on tickets are told beside mail."""

from collections.abc import Sequence
from typing import Final

from helpdesk.channels.digests import hooks as digests
from helpdesk.channels.inbox import hooks as inbox
from helpdesk.channels.notices.rules.telling import Way
from helpdesk.channels.push import hooks as push

WAYS: Final[Sequence[Way]] = (inbox.WAY, push.WAY, digests.WAY)
