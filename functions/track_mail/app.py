"""Keep what became of a mail that was sent: delivered, or come back."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.notices.routes import news

handler = news.consumes(desk)
