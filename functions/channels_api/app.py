"""What comes in and goes out by channels: the register of mails."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.mail.routes import mails
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (mails,):
    routes.added_to(api)
handler = served(api)
