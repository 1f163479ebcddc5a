"""Changes of many tickets, exports of them, and policies that are tried on them, for who works on them."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.bulk.routes import planning
from helpdesk.capabilities.exports.routes import asking
from helpdesk.capabilities.what_if.routes import asking as what_ifs
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
planning.added_to(api)
asking.added_to(api)
what_ifs.added_to(api)
handler = served(api)
