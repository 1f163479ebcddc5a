"""Intake: how a request becomes a ticket, whoever asks and by whatever way."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.desk import ATTEMPTS, Desk, Outcome
from helpdesk.domain import assets, decisions, ladders
from helpdesk.domain.changes import record
from helpdesk.domain.decisions import Draft
from helpdesk.domain.errors import (
    ConflictError,
    FormExpiredError,
    FormInvalidError,
    FormTooFastError,
    InvalidError,
    SignInError,
)
from helpdesk.domain.people import Actor, Person, normalize_email
from helpdesk.domain.promises import with_policy
from helpdesk.domain.refusals import NO_ORGANIZATION
from helpdesk.domain.settings import DeskSettings
from helpdesk.domain.vocabulary import PersonId, Role
from helpdesk.ports import Limit, Once, Prepared

FORM_MIN_AGE: Final = timedelta(seconds=2)
FORM_MAX_AGE: Final = timedelta(hours=2)
LINK_MAX_AGE: Final = timedelta(days=90)
LIMIT_WINDOW: Final = timedelta(hours=1)


class Sender(Struct, frozen=True, kw_only=True):
    """Who a ticket is for. Somebody unknown comes into the directory together with the ticket."""

    email: str
    name: str
    language: str = "en"


def open_ticket(
    desk: Desk,
    draft: Draft,
    sender: Sender,
    by: Actor | None,
    once: Once | None,
    limits: tuple[Limit, ...] = (),
) -> Outcome:
    """Create a ticket. `by` is None when the sender acts for themselves without an account.

    Raises InvalidError, RateLimitedError, KeyReusedError.
    """
    draft = replace(draft, text_language=draft.text_language or desk.text_language.of(draft.text))
    for _ in range(ATTEMPTS):
        known = desk.tickets.prepare(normalize_email(sender.email), once, draft.assets)
        if once and known.answered:
            return desk.answer_again(once, known.answered)
        requester = known.person or _newcomer(desk, sender)
        wanted = _with_assets(_of_organization(desk, draft, known), known, by)
        try:
            return _create(desk, wanted, requester, by, once, None if known.person else requester, limits)
        except ConflictError:
            continue
    raise ConflictError("Many requests came at once. Please try again.")


def _of_organization(desk: Desk, draft: Draft, known: Prepared) -> Draft:
    """The draft with the organization it is for: the one named, else the requester's own, else by their address."""
    named = draft.organization or (known.person and known.person.organization)
    found = known.organization
    if named and (found is None or found.id != named):
        found = desk.organizations.find(named)
        if found is None and draft.organization:
            raise InvalidError.at("organization", NO_ORGANIZATION(name=named))
    return replace(draft, organization=found.id, plan=found.plan) if found else draft


def _with_assets(draft: Draft, known: Prepared, by: Actor | None) -> Draft:
    """The draft with the assets it names. Who asks is not refused for a worn label: their word is kept. Staff are."""
    if by is not None and by.is_staff:
        return replace(draft, affected=assets.all_of(draft.assets, known.assets))
    found = assets.sought(draft.assets, known.assets)
    unknown = ", ".join(draft.assets[index] for index in found.refused)
    return replace(draft, affected=found.affected, unknown_asset=unknown or None)


def _newcomer(desk: Desk, sender: Sender) -> Person:
    return Person(
        id=PersonId(desk.new_id()),
        name=sender.name,
        email=normalize_email(sender.email),
        language=sender.language,
    )


def _create(
    desk: Desk,
    draft: Draft,
    requester: Person,
    by: Actor | None,
    once: Once | None,
    newcomer: Person | None,
    limits: tuple[Limit, ...],
) -> Outcome:
    settings, book = desk.settings.desk(), desk.settings.sla()
    actor = by or Actor(id=requester.id, role=Role.REQUESTER, name=requester.name)
    facts = with_policy(decisions.create(draft, requester, settings, None, desk.clock.now()), book)
    facts += ladders.on_creation(facts[0].event, book.ladders, desk.clock.now())
    change = record(desk.new_ticket_id(), None, facts, desk.circumstances(actor), book)
    ticket = desk.tickets.save(change, once=once, newcomer=newcomer, limits=limits)
    return Outcome(ticket=ticket, entries=change.entries)


def open_by_form(desk: Desk, form_token: str, draft: Draft, sender: Sender, address: str, once: Once) -> Outcome:
    """Create a ticket from the public form; one form makes one ticket, however often it is sent.

    `address` is the caller's network address, counted but not kept. Raises what open_ticket raises, and
    FormTooFastError, FormExpiredError, FormInvalidError.
    """
    session = form_session(desk, form_token)
    limits = form_limits(desk.settings.desk(), address, sender.email, desk.clock.wall())
    bound = tuple(replace(item, id=f"{session}-{item.id}") for item in draft.attachments)
    by_form = Once(key=f"form/{session}", payload=once.payload)
    return open_ticket(desk, replace(draft, attachments=bound), sender, None, by_form, limits)


def issue_form(desk: Desk) -> str:
    """A form token: when the form was fetched, and a session that makes it good for one ticket."""
    return desk.signer.sign("form", {"s": desk.new_id()})


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


def form_limits(settings: DeskSettings, address: str, email: str, now: datetime) -> tuple[Limit, ...]:
    """Hourly counters by network address and by e-mail address; only digests of either are kept."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    rest = hour + LIMIT_WINDOW - now
    counted = (
        ("address", address, settings.form_limit_per_address),
        ("email", normalize_email(email), settings.form_limit_per_email),
    )
    return tuple(
        Limit(key=f"{kind}/{_digest(value)}/{hour:%Y%m%d%H}", most=most, window=rest)
        for kind, value, most in counted
        if value
    )


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()[:24]


def guest(desk: Desk, token: str) -> Actor:
    """Who a status link was signed for; SignInError when it is altered or older than 90 days."""
    payload, _ = desk.signer.read("ticket", token, LINK_MAX_AGE)
    return Actor(id=payload["p"], role=Role.GUEST, ticket_id=payload["t"])
