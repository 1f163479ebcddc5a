"""Search, for whoever is signed in: each finds what they may see."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.search.routes import finding
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
finding.added_to(api)
handler = served(api)
