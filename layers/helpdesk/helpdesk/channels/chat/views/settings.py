"""When one can chat, as administrators see it."""

from helpdesk.foundation.edge.outputs import View


class ChatSettings(View):
    """`revision` is the ETag; 0 is built in. It is that of all settings that are saved together with these."""

    revision: int
    chat: bool
    chat_calendar: str
