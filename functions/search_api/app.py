"""Search and views, for whoever is signed in: each finds what they may see."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.search.routes import finding
from helpdesk.capabilities.views.routes import asking, grouping, keeping
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
finding.added_to(api)
keeping.added_to(api)
asking.added_to(api)
grouping.added_to(api)
handler = served(api)
