"""Tickets for people who are signed in: staff and requesters."""

from helpdesk.assembly.desk import desk
from helpdesk.assembly.ticket_page import ticket_page
from helpdesk.capabilities.assignment.routes import by_hand
from helpdesk.capabilities.attachments.routes import tickets as attachments
from helpdesk.capabilities.ladders import routes as ladders
from helpdesk.capabilities.levels.routes import corrections, de_escalations, escalations, notes, reports
from helpdesk.capabilities.participants.routes import tickets as participants
from helpdesk.capabilities.pins import routes as pins
from helpdesk.capabilities.reasons import routes as reasons
from helpdesk.capabilities.sides import routes as sides
from helpdesk.channels.intake.routes import staff as intake
from helpdesk.core.tickets.routes import clocks, lists, ticket
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.api import served

ROUTES = (
    intake, ticket, escalations, ladders, de_escalations, clocks, attachments, lists, reasons, by_hand, notes, reports,
    pins, corrections, participants, sides,
)  # fmt: skip

api = TicketApi(desk, ticket_page)
for routes in ROUTES:
    routes.added_to(api)
handler = served(api)
