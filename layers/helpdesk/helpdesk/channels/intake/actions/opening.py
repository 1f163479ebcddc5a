from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.ports import Prepared
from helpdesk.channels.intake.rules import opening
from helpdesk.channels.intake.rules.guiding import guided
from helpdesk.channels.intake.rules.opening import Conversation, Draft, Sender
from helpdesk.channels.intake.settings.topics import TOPICS
from helpdesk.core.assets import rules as assets
from helpdesk.core.clocks.rules.policy_choice import with_policy
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.directory.rules import NO_ORGANIZATION, NO_PERSON, Newcomer, Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.core.record.participants import Came
from helpdesk.core.tickets.actions.change import ATTEMPTS, Along, Outcome, answer_again, circumstances
from helpdesk.core.tickets.rules import taking_part
from helpdesk.core.tickets.rules.change import Change, record
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.addresses import shown
from helpdesk.foundation.kernel.errors import ConflictError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import PersonId, Role
from helpdesk.foundation.platform.ports import Limit

NOBODYS: Final = "-"  # the id of no organization


def open_ticket(
    desk: Desk,
    draft: Draft,
    sender: Sender,
    by: Actor | None,
    once: Once | None,
    limits: tuple[Limit, ...] = (),
    solved_by: Person | None = None,
    beside: Along | None = None,
) -> Outcome:
    """Create a ticket. `by` is None when the sender acts for themselves without an account: then their address is not
    proven, and the ticket says by whom it was opened in the words of the sender. `solved_by` is who solved it while
    the sender was there; what is written `beside` the ticket is made of it.

    Raises InvalidError, RateLimitedError, KeyReusedError.
    """
    for _ in range(ATTEMPTS):
        known = desk.intake.preparation.prepare(sender, once, draft.assets)
        if once and known.answered:
            return answer_again(desk, once, known.answered)
        draft = guided(draft, desk.settings.of(TOPICS))
        if sender.person and known.person is None:
            raise InvalidError.at("requester.person", NO_PERSON(name=sender.person))
        requester = known.person.reached_at(sender.email) if known.person else _newcomer(desk, sender)
        actor = by or Actor(id=requester.id, role=Role.REQUESTER, name=sender.name)
        wanted = _with_assets(_of_organization(desk, draft, known, proven=by is not None), known, by)
        noted_by = actor if opening.is_noted(wanted, requester.id, actor) else None
        taken = Conversation(noted_by=noted_by, phone=sender.phone, solved_by=solved_by)
        people = _brought_along(desk, draft, requester)
        along = [*(() if known.person else (Newcomer(person=requester),)), *limits]
        try:
            made = _made(desk, wanted, requester, taken, actor, people)
            ticket = desk.tickets.save(made, once=once, along=[*along, *(beside(made) if beside else ())])
            return Outcome(ticket=ticket, entries=made.entries)
        except ConflictError:
            continue
    raise ConflictError("Many requests came at once. Please try again.")


def _of_organization(desk: Desk, draft: Draft, known: Prepared, *, proven: bool) -> Draft:
    """The draft with the organization it is for: the one named, else the requester's own, else by their address.

    One is looked up for every address that is not proven: nobody measures by it what an address of another has.
    """
    named = draft.organization or (known.person and known.person.organization)
    found = known.organization
    if not proven:
        own = _looked_up(desk, named or NOBODYS)
        found = own if named else found
    elif named and (found is None or found.id != named):
        found = desk.organizations.find(named)
    if found is None and draft.organization:
        raise InvalidError.at("organization", NO_ORGANIZATION(name=draft.organization))
    return replace(draft, organization=found.id, plan=found.plan) if found else draft


def _looked_up(desk: Desk, organization: str) -> Organization | None:
    """As it is now, and not as a worker remembers it."""
    try:
        return desk.organizations.get(organization)
    except NotFoundError:
        return None


def _with_assets(draft: Draft, known: Prepared, by: Actor | None) -> Draft:
    """The draft with the assets it names. Who asks is not refused for a worn label: their word is kept. Staff are,
    but for specialists from outside: they would learn which there are.
    """
    if by is not None and by.is_staff and by.only_teams is None:
        return replace(draft, affected=assets.all_of(draft.assets, known.assets))
    found = assets.sought(draft.assets, known.assets)
    unknown = ", ".join(draft.assets[index] for index in found.refused)
    return replace(draft, affected=found.affected, unknown_asset=unknown or None)


def _newcomer(desk: Desk, sender: Sender) -> Person:
    return Person(
        id=PersonId(desk.new_id()),
        name=sender.name,
        email=shown(sender.email),
        language=sender.language,
        phone=sender.phone,
    )


def _brought_along(desk: Desk, draft: Draft, requester: Person) -> Sequence[Person]:
    """They but the requester, who comes into the directory with the ticket."""
    others = [each for each in draft.cc if not requester.has(each.email)]
    return taking_part.known(desk, others, draft.language, "cc") if others else ()


def _made(
    desk: Desk, draft: Draft, requester: Person, taken: Conversation, actor: Actor, people: Sequence[Person]
) -> Change:
    terms, rules = desk.settings.of(TERMS), desk.settings.of(RULES)
    if taken.noted_by is None:  # of what somebody noted, nobody knows in which language it was said
        draft = replace(draft, text_language=draft.text_language or desk.intake.text_language.of(draft.written))
    made = opening.create(draft, requester, terms, rules, None, desk.clock.now(), taken)
    facts = [
        *with_policy(made, book_of(desk.settings)),
        *opening.noted_beside(draft, requester.id, actor),
        *taking_part.added(people, Came.MAIL, requester.id),
    ]
    return record(desk.new_ticket_id(), None, facts, circumstances(desk, actor))
