"""The directory: who somebody is, teams and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from helpdesk.core.directory.rules import (
    ADDRESS_TAKEN,
    HAS_ADDRESS,
    NO_ORGANIZATION,
    OWN_ACCOUNT,
    DeactivatedError,
    Locale,
    Person,
    added,
    joined,
    named,
    removed,
    told,
)
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.text import is_visible
from helpdesk.foundation.kernel.vocabulary import PersonId, Role

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence

    from helpdesk.foundation.settings.edition import Edition, Saved

NOTHING_SAID: Final = Locale()


def sign_in(
    desk: Desk, email: str, name: str, role: Role, issued_at: int = 0, account: Locale = NOTHING_SAID
) -> Person:
    """The person behind a verified sign-in, in the role of their group and by the name of their account. The directory
    follows both, and somebody new comes into it, as their account says; a token that is older than the one these are
    from changes nothing there, nor does an account of another of their addresses. DeactivatedError for who may not sign
    in any more.
    """
    address = shown(email)
    found = desk.directory.by_email(address) or _newcomer(desk, address, name, role, issued_at, account)
    if not found.active:
        raise DeactivatedError("This account is deactivated. Please ask an administrator of the help desk.")
    own = folded(address) == folded(found.email)
    if own and _as_signed(found, name, role) != found and issued_at >= found.role_as_of:
        found = desk.directory.change(found.id, lambda held: _followed(held, name, role, issued_at))
    return found if found.role is role else replace(found, role=role, role_as_of=issued_at)


def _followed(held: Person, name: str, role: Role, issued_at: int) -> Person:
    wanted = _as_signed(held, name, role)
    return held if wanted == held or issued_at < held.role_as_of else replace(wanted, role_as_of=issued_at)


def _as_signed(person: Person, name: str, role: Role) -> Person:
    """Whoever wrote their name before, in a form or for them, was not sure of it."""
    return replace(person, name=name if is_visible(name) else person.name, role=role)


def _newcomer(desk: Desk, address: str, name: str, role: Role, issued_at: int, account: Locale) -> Person:
    called = name if is_visible(name) else address
    new = Person(id=PersonId(desk.new_id()), name=called, email=address, role=role, role_as_of=issued_at)
    person = told(new, account)
    try:
        desk.directory.add_person(person)
    except ConflictError:
        # A browser's first requests come together, and each finds somebody new: the first one to write is right.
        return desk.directory.by_email(address) or person
    return person


def choose(desk: Desk, who: Person, wanted: Locale) -> Person:
    """Somebody's own word on how they are written to."""
    return desk.directory.change(who.id, lambda held: replace(told(held, wanted), settled=True))


def suppose(desk: Desk, who: Person, account: Locale, browser: Locale) -> Person:
    """How somebody is written to whom nobody asked: as their account says, else as their browser does. It changes
    nothing where there was a word before.
    """
    return desk.directory.change(
        who.id, lambda held: held if held.settled else replace(told(held, account, browser), settled=True)
    )


def deactivate(desk: Desk, by: Actor, person_id: PersonId) -> Person:
    """They leave all teams, whose tickets go back into the line, and may not sign in; their history and name stay.

    An administrator is always left: nobody deactivates themselves, and who is deactivated at that moment, nobody else.
    """
    roles.admin_only(by)
    if by.id == person_id:
        raise InvalidError.at("active", OWN_ACCOUNT())

    def wanted(held: Person, asking: Person) -> Person:
        roles.admin_only(asking.as_actor())
        if not asking.active:
            raise ForbiddenError("Only administrators may do this.")
        return replace(held, active=False, teams=())

    return desk.directory.change_as(PersonId(by.id), person_id, wanted)


def reactivate(desk: Desk, by: Actor, person_id: PersonId) -> Person:
    """They may sign in again; into teams they are put by who plans these."""
    roles.admin_only(by)
    return desk.directory.change(person_id, lambda held: replace(held, active=True))


def belong(desk: Desk, by: Actor, person_id: PersonId, organization: str | None) -> Person:
    """Set the organization that somebody belongs to: what they ask for from now on is asked for it."""
    roles.lead_only(by)
    if organization is not None and desk.organizations.find(organization) is None:
        raise InvalidError.at("organization", NO_ORGANIZATION(name=organization))
    return desk.directory.change(person_id, lambda held: replace(held, organization=organization))


def reach(
    desk: Desk,
    by: Actor,
    person_id: PersonId,
    email: str | None,
    phone: str | None,
    name: str | None = None,
    words: Locale = NOTHING_SAID,
) -> Person:
    """Note how somebody is reached who called, for example. From then on they may sign in by the address, and what is
    theirs is mailed there; one by which somebody signs in already is not changed here. None stays as it is. What they
    are called, and how they are written to, is for administrators to say.
    """
    roles.staff_only(by)
    if name or words != NOTHING_SAID:
        roles.admin_only(by)
    if email:
        _check_free(desk, email, person_id)

    def wanted(held: Person) -> Person:
        if email and held.email and not held.has(email):
            raise InvalidError.at("email", HAS_ADDRESS())
        address = shown(email) if email and not held.email else held.email
        number = held.phone if phone is None else phone or None
        known = replace(held, email=address, phone=number, name=name or held.name)
        return known if words == NOTHING_SAID else replace(told(known, words), settled=True)

    return desk.directory.change(person_id, wanted)


def add_address(desk: Desk, by: Actor, person_id: PersonId, email: str) -> Person:
    """Have mail from another address be theirs, and let them sign in by it. InvalidError for that of somebody else."""
    address, at = shown(email), desk.clock.wall()

    def wanted(held: Person) -> Person:
        _check_leads(by, held)
        _check_free(desk, email, held.id, "add_address")
        return held if held.has(email) else added(held, address, at, by)

    return desk.directory.change(person_id, wanted)


def remove_address(desk: Desk, by: Actor, person_id: PersonId, email: str) -> Person:
    """Have it be nobody's. What came by it and what was sent to it stay theirs; mail from it is a newcomer's."""
    at = desk.clock.wall()

    def wanted(held: Person) -> Person:
        _check_leads(by, held)
        return removed(held, email, at, by)

    return desk.directory.change(person_id, wanted)


def join(desk: Desk, by: Actor, kept: PersonId, other: PersonId) -> Person:
    """Have two who turned out to be one be so: addresses, number and tickets of the other are the kept one's."""
    at = desk.clock.wall()

    def wanted(held: Person, lost: Person) -> Person:
        _check_leads(by, held)
        return joined(held, lost, at, by)

    roles.lead_only(by)
    named(desk.directory, other, "same_as")
    return desk.directory.join(kept, other, wanted)


def _check_leads(by: Actor, held: Person) -> None:
    """Mail from an address speaks for whose it is: of who works here administrators say so."""
    roles.lead_only(by)
    if held.role.is_staff:
        roles.admin_only(by)


def _check_free(desk: Desk, email: str, person_id: PersonId, field: str = "email") -> None:
    other = desk.directory.by_email(email)
    if other and person_id not in other.ids:
        raise InvalidError.at(field, ADDRESS_TAKEN(name=other.name))


def person(desk: Desk, by: Actor, name: str) -> Person:
    """Somebody by id or by address, or NotFoundError. Leads find everybody, who works inside the house those who ask,
    and the others nobody but themselves: not even whether somebody is there is looked up for them.
    """
    if by.is_staff and by.only_teams is None:
        found = desk.directory.by_email(name) if "@" in name else desk.directory.person(PersonId(name))
    else:
        own = desk.directory.person(PersonId(by.id))
        found = own if name in own.ids or own.has(name) else None
    if found is None or not _is_for(by, found):
        raise NotFoundError("person", name)
    return found


def _is_for(by: Actor, found: Person) -> bool:
    return roles.leads(by) or found.id == by.id or found.role is Role.REQUESTER


def saves(desk: Desk, by: Actor, bundle: str) -> tuple[Sequence[Saved], Mapping[str, str]]:
    """Who saved what of settings when, the newest first; and who they are by name."""
    roles.staff_only(by)
    found = desk.settings.saves(bundle)[::-1]
    try:
        people = desk.directory.meet(sorted({PersonId(saved.saved_by) for saved in found}), [])
    except NotFoundError:
        people = ()
    return found, {person.id: person.name for person in people}


def saved(desk: Desk, by: Actor, bundle: str, revision: int) -> Edition:
    """What held of settings at a revision, to be saved again. Raises NotFoundError."""
    roles.staff_only(by)
    return desk.settings.edition(bundle, revision)
