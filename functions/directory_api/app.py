"""The directory for people who are signed in: who is who and can be given what."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.assignment.routes import people as assignment
from helpdesk.capabilities.retirement import routes as retirement
from helpdesk.core.assets import routes as assets
from helpdesk.core.directory import routes as directory
from helpdesk.core.organizations import routes as organizations
from helpdesk.core.staffing.routes import availability, teams
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (directory, teams, assignment, retirement, availability, organizations, assets):
    routes.added_to(api)
handler = served(api)
