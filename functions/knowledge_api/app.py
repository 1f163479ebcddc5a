"""What is known: articles for who writes them, and for who reads them and is signed in."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.knowledge.routes import readers, staff
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (staff, readers):
    routes.added_to(api)
handler = served(api)
