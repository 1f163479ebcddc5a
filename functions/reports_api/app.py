"""Reports, for people who work on tickets: each has what is theirs counted, or sent to them by mail."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.numbers.routes import costs, reports
from helpdesk.channels.briefings.routes import keeping as briefings
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
reports.added_to(api)
costs.added_to(api)
briefings.added_to(api)
handler = served(api)
