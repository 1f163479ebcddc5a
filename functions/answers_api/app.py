"""What articles answer, for everybody and for whoever is signed in."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.answers.routes import asking
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
asking.added_to(api)
handler = served(api)
