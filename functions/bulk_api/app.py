"""Changes of many tickets, for who works on them."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.bulk.routes import planning
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
planning.added_to(api)
handler = served(api)
