import hashlib
from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.actions.opening import open_ticket
from helpdesk.channels.intake.rules import opening
from helpdesk.channels.intake.rules.form import FormExpiredError, FormInvalidError, FormTooFastError
from helpdesk.channels.intake.rules.guiding import guided
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.channels.intake.settings.form import FORM, FormTerms
from helpdesk.channels.intake.settings.topics import TOPICS
from helpdesk.core.clocks.rules.policy_choice import with_policy
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.actions.change import Outcome, circumstances
from helpdesk.core.tickets.rules.change import record
from helpdesk.core.tickets.rules.links import LINK_MAX_AGE
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import InvalidError, SignInError
from helpdesk.foundation.kernel.network import subscriber
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.ports import Limit

FORM_MIN_AGE: Final = timedelta(seconds=2)

FORM_MAX_AGE: Final = timedelta(hours=2)

LIMIT_WINDOW: Final = timedelta(hours=1)

ANYBODY: Final = Person(id=PersonId(""), name="", email="")


def open_by_form(desk: Desk, form_token: str, draft: Draft, sender: Sender, address: str, once: Once) -> Outcome:
    """Create a ticket from the public form; one form makes one ticket, however often it is sent.

    `address` is the caller's network address, counted but not kept. Raises what open_ticket raises, and
    FormTooFastError, FormExpiredError, FormInvalidError.
    """
    session = form_session(desk, form_token)
    limits = form_limits(desk.settings.of(FORM), address, sender.email, desk.clock.wall())
    bound = tuple(replace(item, id=f"{session}-{item.id}") for item in draft.attachments)
    by_form = Once(key=f"form/{session}", payload=once.payload)
    return open_ticket(desk, replace(draft, attachments=bound), sender, None, by_form, limits)


def issue_form(desk: Desk) -> str:
    """A form token: when the form was fetched, and a session that makes it good for one ticket."""
    return desk.signer.sign("form", {"s": desk.new_id()})


def receipt_link(desk: Desk, ticket_id: TicketId) -> str:
    """An address that shows what was sent, and nothing of what became of it: whose the address in a form is, nobody
    knows. Who has it is mailed the way to the ticket.
    """
    return f"{desk.site_url}/sent#{desk.signer.sign('receipt', {'t': ticket_id})}"


def answer_by(desk: Desk, draft: Draft, opened: Outcome) -> datetime | None:
    """When whoever sends a form hears from us at the latest. Nobody learns by it what is promised to the owner of an
    address, or of a thing: it is never earlier than what anybody is promised for the same words.
    """
    made, own = opened.entries[0], opened.ticket.promise.answer_by
    words = replace(_as_guided(desk, draft), text_language=getattr(made.event, "text_language", None))
    terms, rules = desk.settings.of(TERMS), desk.settings.of(RULES)
    facts = with_policy(opening.create(words, ANYBODY, terms, rules, None, made.at), book_of(desk.settings))
    as_anybody = replace(circumstances(desk, made.actor), at=made.at, hooks=())
    anybodys = record(made.ticket_id, None, facts, as_anybody).after.promise.answer_by
    return max(own, anybodys) if own and anybodys else None


def _as_guided(desk: Desk, draft: Draft) -> Draft:
    """What was sent before is answered again also when its topic has changed since."""
    try:
        return guided(draft, desk.settings.of(TOPICS))
    except InvalidError:
        return draft


def sent(desk: Desk, token: str) -> Entry:
    """What was sent by a form, by the link to it; SignInError when that is altered or too old."""
    payload, _ = desk.signer.read("receipt", token, LINK_MAX_AGE)
    return desk.tickets.commit(payload["t"], 1)[0]


def form_session(desk: Desk, token: str) -> str:
    try:
        payload, signed_at = desk.signer.read("form", token, timedelta(days=365))
    except SignInError as error:
        raise FormInvalidError("This form was not issued here. Please reload the page.") from error
    age = desk.clock.wall() - signed_at
    if age > FORM_MAX_AGE:
        raise FormExpiredError("This form is too old. Please reload the page; what you typed is kept.")
    if age < FORM_MIN_AGE:
        raise FormTooFastError("This form was sent faster than a person can. Please wait a moment and try again.")
    return str(payload["s"])


def form_limits(terms: FormTerms, address: str, email: str, now: datetime) -> tuple[Limit, ...]:
    """Hourly counters by network address and by e-mail address; only digests of either are kept."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    rest = hour + LIMIT_WINDOW - now
    counted = (
        ("address", subscriber(address), terms.form_limit_per_address),
        ("email", folded(email), terms.form_limit_per_email),
    )
    return tuple(
        Limit(key=f"{kind}/{_digest(value)}/{hour:%Y%m%d%H}", most=most, window=rest)
        for kind, value, most in counted
        if value
    )


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()[:24]
