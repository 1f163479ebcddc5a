"""All letters that can be put into an administrator's words: who only sends some loads none of the others."""

from collections.abc import Mapping
from typing import Final

from helpdesk.assembly.letters import LETTERS
from helpdesk.channels.briefings.letters import BRIEFING
from helpdesk.channels.digests.letters import DIGEST
from helpdesk.channels.notices.rules.roundup import Kind
from helpdesk.channels.reminders.letters import ARTICLE_ENDS

KINDS: Final[Mapping[str, Kind]] = {
    **LETTERS,
    DIGEST.name: DIGEST,
    BRIEFING.name: BRIEFING,
    ARTICLE_ENDS.name: ARTICLE_ENDS,
}
