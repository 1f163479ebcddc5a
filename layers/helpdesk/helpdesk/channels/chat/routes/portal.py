"""Chats of the portal: the bearer token is that of the chat, or that of the ticket's mailed link."""

from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments.views import Download, download_view
from helpdesk.channels.chat.actions import opening as chat
from helpdesk.channels.chat.requests import ChatDraft, ChatWords
from helpdesk.channels.chat.rules.words import subject_of
from helpdesk.channels.chat.views.chat import Chat, ChatOpened, ChatTimes, chat_view, times_view
from helpdesk.channels.intake.actions import form as intake_form
from helpdesk.channels.intake.rules.form import FormInvalidError
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.views import LiveTicket, live_view
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Outcome, Wish
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.routes.api import Before, TicketApi
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.http import Answer, answer, bearer, client_address, digest, gives, once
from helpdesk.foundation.edge.inputs import Version, Which
from helpdesk.foundation.kernel.actors import Visitor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Scale, TicketId, Via, Visibility

ROUTE = "/api/portal/chat"


def added_to(api: TicketApi) -> None:
    _opening(api)
    _talking(api)

    @api.post(f"{ROUTE}/live-tickets", responses=gives(LiveTicket, 201))
    def admit_visitor() -> Answer:
        desk = api.desk()
        return answer(live_view(desk, live.visit(desk, _visitor(api))), status=201)

    @api.get(f"{ROUTE}/attachments/<attachment_id>", responses=gives(Download))
    def download_of_chat(attachment_id: Which, version: Version = None) -> Answer:
        desk, by = api.desk(), _visitor(api)
        return answer(download_view(desk, attachments.attachment_link(desk, by, _of(by), attachment_id, version)))


def _opening(api: TicketApi) -> None:
    @api.get(f"{ROUTE}/times", responses=gives(ChatTimes))
    def read_chat_times() -> Answer:
        desk = api.desk()
        return answer(times_view(chat.times(desk), intake_form.issue_form(desk)))

    @api.post("/api/portal/chats", responses=gives(ChatOpened, 201))
    def open_chat(wanted: ChatDraft) -> Answer:
        """One form opens one chat, however often it is sent."""
        desk = api.desk()
        if wanted.website:
            raise FormInvalidError("The field `website` must stay empty. It is there to stop programs that chat.")
        chat.check_open(desk)
        sender = Sender(email=wanted.email, name=wanted.name, language=wanted.language)
        by_form = Once(key="", payload=digest(wanted))
        opened = intake_form.open_by_form(desk, wanted.form_token, _draft(wanted), sender, client_address(api), by_form)
        token = chat.link(desk, opened.ticket.id, wanted.name)
        made = _view(opened, chat.visitor(desk, token))
        return answer(ChatOpened(token=token, **dict(made)), opened.ticket.revision, 201, ROUTE)


def _talking(api: TicketApi) -> None:
    @api.get(ROUTE, responses=gives(Chat))
    def read_chat(before: Before = None) -> Answer:
        return _shown(api, _visitor(api), before)

    @api.post(f"{ROUTE}/messages", responses=gives(Chat, 201))
    def write_in_chat(wanted: ChatWords) -> Answer:
        by = _visitor(api)
        message = Message(
            body=wanted.body,
            visibility=Visibility.PUBLIC,
            channel=Channel.CHAT,
            via=Via.LINK if by.proven else Via.FORM,
        )
        wish = Wish(ticket_id=_of(by), by=by, once=once(api, by, wanted))
        outcome = tickets.write(api.desk(), wish, message)
        return answer(_view(outcome, by), outcome.ticket.revision, 201)


def _visitor(api: TicketApi) -> Visitor:
    return chat.visitor(api.desk(), bearer(api))


def _of(by: Visitor) -> TicketId:
    return by.ticket_id or TicketId("")


def _view(outcome: Outcome, by: Visitor) -> Chat:
    return chat_view(Page(ticket=outcome.ticket, entries=outcome.entries, earlier=None), by)


def _shown(api: TicketApi, by: Visitor, before: str | None = None) -> Answer:
    desk, pages = api.desk(), cursors.pages(api.desk(), by, f"chat of {_of(by)}", field="before")
    page = tickets.read(desk, by, _of(by), pages.position(before))
    shown = Page(ticket=page.ticket, entries=page.entries, earlier=pages.cursor(page.earlier))
    return answer(chat_view(shown, by), page.ticket.revision)


def _draft(wanted: ChatDraft) -> Draft:
    return Draft(
        subject=subject_of(wanted.body),
        description=wanted.body,
        channel=Channel.CHAT,
        kind=Kind.INCIDENT,
        category=None,
        impact=Scale.LOW,
        urgency=Scale.MEDIUM,
        language=wanted.language,
    )
