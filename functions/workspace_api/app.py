"""What people who work on tickets have for themselves: their own settings."""

from helpdesk.assembly.desk import desk
from helpdesk.core.preferences import routes as preferences
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (preferences,):
    routes.added_to(api)
handler = served(api)
