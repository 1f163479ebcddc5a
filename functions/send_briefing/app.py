"""Send a report that somebody has sent to them, counted as they may have it now."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.briefings.routes.sending import sends

handler = sends(desk)
