"""The portal for everybody: the public form, and one ticket by its signed link."""

from helpdesk.assembly.desk import desk
from helpdesk.assembly.ticket_page import RequesterTicket
from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments.requests import PortalUploadRequest
from helpdesk.capabilities.attachments.routes import offered
from helpdesk.capabilities.attachments.views import Download, Upload
from helpdesk.capabilities.surveys import actions as surveys
from helpdesk.capabilities.surveys.requests import Rating
from helpdesk.capabilities.surveys.views import Survey, survey_view
from helpdesk.channels.intake.actions import form as intake_form
from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.actions.opening import Sender
from helpdesk.channels.intake.requests import PortalTicketDraft, draft_of
from helpdesk.channels.intake.routes import created
from helpdesk.channels.intake.rules.form import FormInvalidError
from helpdesk.channels.intake.settings import FORM
from helpdesk.channels.intake.views import Category, PortalCreated, PortalForm
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.requests import GuestReply
from helpdesk.core.tickets.routes.shared import Before, changed, gives, shown, ticket_api
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.edge.http import Answer, answer, bearer, client_address, digest, if_match, once, served
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Scale, TicketId, Visibility

api = ticket_api()


@api.get("/api/portal/form", responses=gives(PortalForm))
def fetch_form() -> Answer:
    settings = desk().settings
    form = PortalForm(
        form_token=intake_form.issue_form(desk()),
        categories=[Category(id=category.id, name=dict(category.name)) for category in settings.of(TERMS).categories],
        levels=list(Scale),
        max_attachment_bytes=attachments.MAX_BYTES,
        languages=list(settings.of(FORM).languages),
    )
    return answer(form)


@api.post("/api/portal/tickets", responses=gives(PortalCreated, 201))
def open_ticket(wanted: PortalTicketDraft) -> Answer:
    if wanted.website:
        raise FormInvalidError("The field `website` must stay empty. It is there to stop programs that fill in forms.")
    draft = draft_of(wanted, Channel.WEB, "", wanted.language)
    sender = Sender(email=wanted.email, name=wanted.name, language=wanted.language)
    outcome = intake_form.open_by_form(
        desk(), wanted.form_token, draft, sender, client_address(api), Once(key="", payload=digest(wanted))
    )
    ticket = outcome.ticket
    return created(outcome, Actor(id=ticket.requester, role=Role.GUEST, ticket_id=ticket.id))


@api.post("/api/portal/uploads", responses=gives(Upload, 201))
def offer_upload(wanted: PortalUploadRequest) -> Answer:
    session = intake_form.form_session(desk(), wanted.form_token) if wanted.form_token else _guest().id
    return offered(attachments.offer(desk(), session, wanted.size))


@api.get("/api/portal/ticket", responses=gives(RequesterTicket))
def read_ticket(before: Before = None) -> Answer:
    by = _guest()
    return shown(tickets.read(desk(), by, _ticket_id(by), before), by)


@api.post("/api/portal/ticket/messages", responses=gives(RequesterTicket, 201))
def reply(wanted: GuestReply) -> Answer:
    by = _guest()
    message = Message(
        body=wanted.body,
        visibility=Visibility.PUBLIC,
        channel=Channel.PORTAL,
        attachments=tuple(upload.of_session(by.id) for upload in wanted.attachments),
    )
    wish = Wish(ticket_id=_ticket_id(by), by=by, revision=if_match(api), once=once(api, by, wanted))
    return changed(tickets.write(desk(), wish, message), by, 201)


@api.get("/api/portal/rating", responses=gives(Survey))
def read_survey() -> Answer:
    """How a ticket's requester is asked to rate it; the bearer token is that of the mailed link."""
    return answer(survey_view(surveys.read(desk(), surveys.invitation(desk(), bearer(api)))))


@api.post("/api/portal/rating", responses=gives(Survey))
def rate(wanted: Rating) -> Answer:
    invited = surveys.invitation(desk(), bearer(api))
    ticket = surveys.rate(desk(), invited, wanted.rating, wanted.comment, once(api, invited.by, wanted))
    return answer(survey_view(ticket))


@api.get("/api/portal/ticket/attachments/<attachment_id>", responses=gives(Download))
def download(attachment_id: str, version: int | None = None) -> Answer:
    by = _guest()
    url = attachments.attachment_link(desk(), by, _ticket_id(by), attachment_id, version)
    return answer(Download(url=url, expires_at=desk().clock.wall() + attachments.LINK_LIFETIME))


def _guest() -> Actor:
    return opening.guest(desk(), bearer(api))


def _ticket_id(by: Actor) -> TicketId:
    return by.ticket_id or TicketId("")


handler = served(api)
