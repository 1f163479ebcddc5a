"""Organizations: saved by leads. Who belongs to which, for whoever takes a call."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Contact, Organization, check_domains, domains_of_any, organization_of_any
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.finding import sought
from helpdesk.foundation.kernel.text import words_of
from helpdesk.foundation.platform import named

MOST_FOUND: Final = 8

LOOKED_AT: Final = 32


def save(desk: Desk, by: Actor, wanted: Organization, revision: int | None) -> Organization:
    """Make it or replace it. Tickets keep the plan they were opened under.

    Raises InvalidError for domains that are nobody's own or another's, SettingsMovedError for an old `revision`.
    """

    def made(version: int) -> Organization:
        domains, spoc = check_domains(wanted.domains), _in_directory(desk, wanted.spoc)
        return replace(wanted, domains=domains, spoc=spoc, version=version)

    return named.save(desk.organizations, by, wanted.id, revision, made)


def _in_directory(desk: Desk, spoc: Contact | None) -> Contact | None:
    if spoc is None:
        return None
    person = desk.directory.by_email(spoc.email)
    return replace(spoc, person=person.id if person else None)


def people(desk: Desk, by: Actor, written: str) -> list[tuple[Person, Organization | None]]:
    """Some people who are found by parts of their name, address and organization or by their number, as they are typed,
    each with the organization that their tickets are for. First who bears the name.
    """
    roles.staff_only(by)
    wanted = sought(written)
    if not wanted:
        return []
    found = [person for person in desk.directory.find(wanted, LOOKED_AT) if person.active]
    best = sorted(found, key=lambda person: (not _bears(person, wanted[0]), person.name.casefold(), person.id))
    return _with_organizations(desk, best[:MOST_FOUND])


def _bears(person: Person, words: Sequence[str]) -> bool:
    name = words_of(person.name)
    return all(any(part.startswith(word) for part in name) for word in words)


def _with_organizations(desk: Desk, found: Sequence[Person]) -> list[tuple[Person, Organization | None]]:
    addresses = [each for person in found if not person.organization for each in person.addresses]
    claims = desk.organizations.named(domains_of_any(addresses))
    return [
        (
            person,
            desk.organizations.find(person.organization)
            if person.organization
            else organization_of_any(person.addresses, claims),
        )
        for person in found
    ]
