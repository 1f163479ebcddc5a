"""Changes of many tickets and exports of them, for who works on them."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.bulk.routes import planning
from helpdesk.capabilities.exports.routes import asking
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
planning.added_to(api)
asking.added_to(api)
handler = served(api)
