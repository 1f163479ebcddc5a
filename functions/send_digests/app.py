"""What falls due within five minutes: articles become what was planned, people's one mail a day is sent, and reports by
mail are begun.
"""

from helpdesk.assembly.desk import desk
from helpdesk.channels.briefings.routes.starting import begins
from helpdesk.channels.digests.routes import sends
from helpdesk.channels.reminders.routes import does_planned
from helpdesk.foundation.edge.turns import one_by_one

handler = one_by_one(does_planned(desk), begins(desk), sends(desk))
