"""The portal for everybody: the public form, and one ticket by its signed link."""

from helpdesk.actions import attachments, intake, surveys, tickets
from helpdesk.actions.intake import Sender
from helpdesk.actions.tickets import Call
from helpdesk.domain.decisions import Message
from helpdesk.domain.errors import FormInvalidError
from helpdesk.domain.people import Actor
from helpdesk.domain.vocabulary import Channel, Role, Scale, TicketId, Visibility
from helpdesk.entrypoints import requests as asked
from helpdesk.entrypoints import survey_views, views
from helpdesk.entrypoints.http import Answer, answer, bearer, client_address, digest, if_match, once, served
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import Before, changed, created, draft_of, gives, offered, shown, ticket_api
from helpdesk.ports import Once

api = ticket_api()


@api.get("/api/portal/form", responses=gives(views.PortalForm))
def fetch_form() -> Answer:
    settings = desk().settings.desk()
    form = views.PortalForm(
        form_token=intake.issue_form(desk()),
        categories=[views.Category(id=category.id, name=dict(category.name)) for category in settings.categories],
        levels=list(Scale),
        max_attachment_bytes=attachments.MAX_BYTES,
        languages=list(settings.languages),
    )
    return answer(form)


@api.post("/api/portal/tickets", responses=gives(views.PortalCreated, 201))
def open_ticket(wanted: asked.PortalTicketDraft) -> Answer:
    if wanted.website:
        raise FormInvalidError("The field `website` must stay empty. It is there to stop programs that fill in forms.")
    draft = draft_of(wanted, Channel.WEB, "", wanted.language)
    sender = Sender(email=wanted.email, name=wanted.name, language=wanted.language)
    outcome = intake.open_by_form(
        desk(), wanted.form_token, draft, sender, client_address(api), Once(key="", payload=digest(wanted))
    )
    ticket = outcome.ticket
    return created(outcome, Actor(id=ticket.requester, role=Role.GUEST, ticket_id=ticket.id))


@api.post("/api/portal/uploads", responses=gives(views.Upload, 201))
def offer_upload(wanted: asked.PortalUploadRequest) -> Answer:
    session = intake.form_session(desk(), wanted.form_token) if wanted.form_token else _guest().id
    return offered(attachments.offer(desk(), session, wanted.size))


@api.get("/api/portal/ticket", responses=gives(views.RequesterTicket))
def read_ticket(before: Before = None) -> Answer:
    by = _guest()
    return shown(tickets.read(desk(), by, _ticket_id(by), before), by)


@api.post("/api/portal/ticket/messages", responses=gives(views.RequesterTicket, 201))
def reply(wanted: asked.GuestReply) -> Answer:
    by = _guest()
    message = Message(
        body=wanted.body,
        visibility=Visibility.PUBLIC,
        channel=Channel.PORTAL,
        attachments=tuple(upload.of_session(by.id) for upload in wanted.attachments),
    )
    call = Call(ticket_id=_ticket_id(by), by=by, revision=if_match(api), once=once(api, by, wanted))
    return changed(tickets.write(desk(), call, message), by, 201)


@api.get("/api/portal/rating", responses=gives(survey_views.Survey))
def read_survey() -> Answer:
    """How a ticket's requester is asked to rate it; the bearer token is that of the mailed link."""
    return answer(survey_views.survey_view(surveys.read(desk(), surveys.invitation(desk(), bearer(api)))))


@api.post("/api/portal/rating", responses=gives(survey_views.Survey))
def rate(wanted: asked.Rating) -> Answer:
    invited = surveys.invitation(desk(), bearer(api))
    ticket = surveys.rate(desk(), invited, wanted.rating, wanted.comment, once(api, invited.by, wanted))
    return answer(survey_views.survey_view(ticket))


@api.get("/api/portal/ticket/attachments/<attachment_id>", responses=gives(views.Download))
def download(attachment_id: str, version: int | None = None) -> Answer:
    by = _guest()
    url = tickets.attachment_link(desk(), by, _ticket_id(by), attachment_id, version)
    return answer(views.Download(url=url, expires_at=desk().clock.wall() + tickets.LINK_LIFETIME))


def _guest() -> Actor:
    return intake.guest(desk(), bearer(api))


def _ticket_id(by: Actor) -> TicketId:
    return by.ticket_id or TicketId("")


handler = served(api)
