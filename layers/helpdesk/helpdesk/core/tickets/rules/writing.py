"""What may happen to a ticket and what follows from it. Pure: a ticket and a wish in, facts out, or a refusal.

A decision that would change nothing returns no facts, so that saying a thing twice is harmless.
"""

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.participants import Came
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.rules.moving import transition
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.core.tickets.rules.thanks import only_thanks
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Phase, Role, Via, Visibility


class Invited(Struct, frozen=True, kw_only=True):
    """Somebody named to take part: a `person` who is known, else by their address."""

    person: PersonId | None = None
    email: str = ""
    name: str = ""


class Message(Struct, frozen=True, kw_only=True):
    """`html` is the body with its formatting, cleaned. `state` moves the ticket in the same change, as an agent's "send
    and set pending" does. `text_language` is what the requester wrote in, if the ticket did not say yet. `noted`: the
    requester said it, and somebody of the staff wrote it down. `via` is how it came, where that does not follow from
    who writes; `mail` the one it came by, `doubted` as in MessageAdded. What is `automatic` a machine wrote. It
    `reopens` what is closed. Those in `cc` take part from then on, and `came` so. Those in `bcc` are mailed this alone,
    and nobody else learns of it: `blind` are their addresses.
    """

    body: str
    html: str | None = None
    visibility: Visibility
    channel: Channel
    attachments: tuple[Attachment, ...] = ()
    state: str | None = None
    text_language: str | None = None
    noted: bool = False
    via: Via | None = None
    mail: str | None = None
    doubted: bool | None = None
    automatic: bool = False
    reopens: bool = False
    cc: tuple[Invited, ...] = ()
    came: Came = Came.STAFF
    bcc: tuple[Invited, ...] = ()
    blind: tuple[str, ...] = ()


def add_message(ticket: Ticket, message: Message, by: Actor, settings: TicketTerms) -> list[Fact]:
    """A requester's message takes the ticket back to work, unless it is thanks; so does an agent's first answer.

    What an agent notes is the requester's; that it was solved in the same conversation was told there.
    """
    noted = message.noted and by.id != ticket.requester
    part = Role.REQUESTER if noted else part_of(by, ticket)
    if ticket.phase is Phase.CLOSED and message.visibility is Visibility.PUBLIC and not message.reopens:
        raise TransitionRefusedError(f"{ticket.id} is closed. Please open a new ticket.")
    added = MessageAdded(
        visibility=message.visibility,
        by=part,
        channel=message.channel,
        attachments=message.attachments,
        automatic=message.automatic or _is_thanks(ticket, message, part),
        text_language=message.text_language,
        via=Via.NOTED if noted else message.via or _via(by),
        noted_by=PersonId(by.id) if noted else None,
        mail=message.mail,
        doubted=message.doubted,
    )
    words = _words(message, by.name if noted else None)
    whose = Actor(id=ticket.requester, role=Role.REQUESTER, name=ticket.requester_name) if noted else _named(by, ticket)
    target = message.state or _state_after(ticket, added, settings)
    told = message.channel if noted and message.state else None
    back = target if message.reopens else None
    moved = transition(ticket, target, "", settings, told=told, back=back)
    return [Fact(event=added, personal=words, by=whose), *moved]


def _words(message: Message, noted_by: str | None) -> Personal:
    return Personal(body=message.body, html=message.html, noted_by=noted_by, blind=message.blind or None)


def _is_thanks(ticket: Ticket, message: Message, part: Role) -> bool:
    return part is Role.REQUESTER and not message.attachments and only_thanks(message.body, ticket)


def _named(by: Actor, ticket: Ticket) -> Actor | None:
    """Who takes part and writes by their link, by name: when they take part no longer, that is told nowhere else."""
    name = next((each.name for each in ticket.participants if each.person == by.id), "")
    return replace(by, name=name) if name and not by.name else None


def _via(by: Actor) -> Via:
    return Via.LINK if by.role is Role.GUEST else Via.SIGNED_IN


def part_of(by: Actor, ticket: Ticket) -> Role:
    """Staff who opened a ticket for themselves are its requester here; a guest is whom the link was signed for. What
    somebody says who takes part beside the requester counts as if they had.
    """
    return Role.REQUESTER if by.id == ticket.requester or by.role is Role.GUEST else by.role


def _state_after(ticket: Ticket, added: MessageAdded, settings: TicketTerms) -> str:
    if added.visibility is Visibility.INTERNAL or added.automatic:
        return ticket.state
    if added.by.is_staff:
        return settings.working_state if ticket.phase is Phase.NEW else ticket.state
    reopens = ticket.phase in {Phase.PENDING, Phase.SOLVED, Phase.CLOSED}
    return settings.working_state if reopens else ticket.state
