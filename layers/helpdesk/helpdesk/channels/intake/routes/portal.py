"""The public form: what it needs, tickets by it, and where its files go."""

from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments.requests import PortalUploadRequest
from helpdesk.capabilities.attachments.views import Upload, upload_view
from helpdesk.channels.intake.actions import form as intake_form
from helpdesk.channels.intake.requests import PortalTicketDraft, draft_of
from helpdesk.channels.intake.routes.opened import opened
from helpdesk.channels.intake.rules.form import FormInvalidError
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.channels.intake.settings import FORM
from helpdesk.channels.intake.views import PortalForm, form_view, with_ticket
from helpdesk.core.tickets.actions.change import Outcome
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.routes.portal import guest
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.edge.http import Answer, answer, client_address, digest
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Channel, Role


def added_to(api: TicketApi) -> None:
    created = with_ticket("PortalCreated", api.views.requester)

    @api.get("/api/portal/form", responses=api.gives(PortalForm))
    def fetch_form() -> Answer:
        desk = api.desk()
        terms, form = desk.settings.of(TERMS), desk.settings.of(FORM)
        return answer(form_view(intake_form.issue_form(desk), terms, form, attachments.MAX_BYTES))

    @api.post("/api/portal/tickets", responses=api.gives(created, 201))
    def open_ticket(wanted: PortalTicketDraft) -> Answer:
        outcome = _opened(api, wanted)
        ticket = outcome.ticket
        return opened(api, created, outcome, Actor(id=ticket.requester, role=Role.GUEST, ticket_id=ticket.id))

    @api.post("/api/portal/uploads", responses=api.gives(Upload, 201))
    def offer_upload(wanted: PortalUploadRequest) -> Answer:
        desk, token = api.desk(), wanted.form_token
        session = intake_form.form_session(desk, token) if token else guest(api)[0].id
        return answer(upload_view(attachments.offer(desk, session, wanted.size)), status=201)


def _opened(api: TicketApi, wanted: PortalTicketDraft) -> Outcome:
    if wanted.website:
        raise FormInvalidError("The field `website` must stay empty. It is there to stop programs that fill in forms.")
    draft = draft_of(wanted, Channel.WEB, "", wanted.language)
    sender = Sender(email=wanted.email, name=wanted.name, language=wanted.language)
    once = Once(key="", payload=digest(wanted))
    return intake_form.open_by_form(api.desk(), wanted.form_token, draft, sender, client_address(api), once)
