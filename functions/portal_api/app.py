"""The portal for everybody: the public form, public articles, chats, and one ticket by its signed link."""

from helpdesk.assembly.desk import desk
from helpdesk.assembly.ticket_page import ticket_page
from helpdesk.capabilities.attachments.routes import portal as attachments
from helpdesk.capabilities.knowledge.routes import portal as knowledge
from helpdesk.capabilities.participants.routes import portal as participants
from helpdesk.capabilities.surveys import routes as surveys
from helpdesk.channels.chat.routes import portal as chat
from helpdesk.channels.intake.routes import portal as intake
from helpdesk.channels.notices.routes import unsubscribe
from helpdesk.core.tickets.routes import portal as tickets
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.api import served

api = TicketApi(desk, ticket_page)
for routes in (intake, tickets, participants, surveys, attachments, knowledge, unsubscribe, chat):
    routes.added_to(api)
handler = served(api)
