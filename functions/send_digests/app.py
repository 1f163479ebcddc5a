"""Send people their one mail a day, at the time that each chose."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.digests.routes import sends

handler = sends(desk)
