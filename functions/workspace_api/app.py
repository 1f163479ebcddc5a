"""What people who work on tickets have for themselves: own settings, an inbox, how far they have
read, what they have begun to write, their devices, and admission to live updates; and what was mailed to others.
"""

from helpdesk.assembly.desk import desk
from helpdesk.channels.drafts import routes as drafts
from helpdesk.channels.inbox import routes as inbox
from helpdesk.channels.live import routes as live
from helpdesk.channels.marks import routes as marks
from helpdesk.channels.notices.routes import sent as mails
from helpdesk.channels.push import routes as push
from helpdesk.core.preferences import routes as preferences
from helpdesk.foundation.edge.api import Api, served

api = Api(desk)
for routes in (preferences, inbox, marks, drafts, push, live, mails):
    routes.added_to(api)
handler = served(api)
