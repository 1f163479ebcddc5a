"""What people who work on tickets have for themselves: their own settings and their inbox."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.inbox import routes as inbox
from helpdesk.core.preferences import routes as preferences
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (preferences, inbox):
    routes.added_to(api)
handler = served(api)
