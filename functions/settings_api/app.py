"""Settings for people who are signed in: staff read them, administrators save them."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.routing import routes as routing
from helpdesk.capabilities.sla.routes import document, progress
from helpdesk.channels.intake.routes import settings as topics
from helpdesk.channels.mail.routes import mailboxes
from helpdesk.channels.notices.routes import terms as mail
from helpdesk.channels.webhooks import routes as webhooks
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (document, webhooks, progress, routing, topics, mail, mailboxes):
    routes.added_to(api)
handler = served(api)
