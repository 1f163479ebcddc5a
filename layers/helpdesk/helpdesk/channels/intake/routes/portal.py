"""The public form: what it needs, tickets by it, and where its files go."""

from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments.requests import PortalUploadRequest
from helpdesk.capabilities.attachments.views import Upload, upload_view
from helpdesk.channels.intake.actions import form as intake_form
from helpdesk.channels.intake.requests.tickets import PortalTicketDraft, form_draft
from helpdesk.channels.intake.rules.form import FormInvalidError
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.channels.intake.settings.topics import TOPICS
from helpdesk.channels.intake.views.form import PortalForm, Receipt, Sent, form_view, receipt
from helpdesk.core.tickets.actions.change import Outcome
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.routes.portal import guest
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.edge.http import Answer, answer, bearer, client_address, digest, gives
from helpdesk.foundation.kernel.once import Once


def added_to(api: TicketApi) -> None:
    @api.get("/api/portal/form", responses=api.gives(PortalForm))
    def fetch_form() -> Answer:
        desk = api.desk()
        terms, topics, form = desk.settings.of(TERMS), desk.settings.of(TOPICS), desk.settings.of(FORM)
        return answer(form_view(intake_form.issue_form(desk), terms, topics, form, attachments.MAX_BYTES))

    @api.post("/api/portal/tickets", responses=gives(Sent, 201))
    def open_ticket(wanted: PortalTicketDraft) -> Answer:
        desk, draft = api.desk(), form_draft(wanted)
        opened = _opened(api, wanted, draft)
        made = opened.entries[0]
        link, by = intake_form.receipt_link(desk, made.ticket_id), intake_form.answer_by(desk, draft, opened)
        sent = Sent(**receipt(made), status_url=link, answer_by=by)
        return answer(sent, status=201, location="/api/portal/receipt")

    @api.get("/api/portal/receipt", responses=gives(Receipt))
    def read_receipt() -> Answer:
        """What was sent by the public form; the bearer token is that of the link it gave."""
        return answer(Receipt(**receipt(intake_form.sent(api.desk(), bearer(api)))))

    @api.post("/api/portal/uploads", responses=api.gives(Upload, 201))
    def offer_upload(wanted: PortalUploadRequest) -> Answer:
        desk, token = api.desk(), wanted.form_token
        session = intake_form.form_session(desk, token) if token else guest(api)[0].id
        return answer(upload_view(attachments.offer(desk, session, wanted.size)), status=201)


def _opened(api: TicketApi, wanted: PortalTicketDraft, draft: Draft) -> Outcome:
    if wanted.website:
        raise FormInvalidError("The field `website` must stay empty. It is there to stop programs that fill in forms.")
    sender = Sender(email=wanted.email, name=wanted.name, language=wanted.language)
    once = Once(key="", payload=digest(wanted))
    return intake_form.open_by_form(api.desk(), wanted.form_token, draft, sender, client_address(api), once)
