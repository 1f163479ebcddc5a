"""What falls due at a quarter of an hour: people's one mail a day is sent, and reports by mail are begun."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.briefings.routes.starting import begins
from helpdesk.channels.digests.routes import sends
from helpdesk.foundation.edge.turns import one_by_one

handler = one_by_one(begins(desk), sends(desk))
