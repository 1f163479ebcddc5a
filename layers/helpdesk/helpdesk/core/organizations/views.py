"""What tickets show of the organization they are for."""

from typing import Final

from msgspec import Struct

from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations import rules as organizations
from helpdesk.core.page import Part, Seen
from helpdesk.foundation.edge.outputs import View


class Contact(View):
    """`person` is who has this address in the directory, if anybody has."""

    name: str
    email: str
    person: str | None


class Customer(View):
    """What who works on a ticket should know of the organization it is for."""

    id: str
    name: str
    plan: str | None
    languages: list[str]
    spoc: Contact | None
    notes: str


def customer_view(found: organizations.Organization) -> Customer:
    spoc = found.spoc and Contact(name=found.spoc.name, email=found.spoc.email, person=found.spoc.person)
    return Customer(
        id=found.id, name=found.name, plan=found.plan, languages=list(found.languages), spoc=spoc, notes=found.notes
    )


class OnTicket(Struct, frozen=True, kw_only=True):
    organization: str | None
    plan: str | None = None
    customer: Customer | None = None


def _on_ticket(seen: Seen) -> OnTicket:
    name = seen.ticket.organization
    found = seen.desk.organizations.find(name) if name else None
    return OnTicket(organization=name, plan=seen.ticket.plan, customer=customer_view(found) if found else None)


PART: Final = Part(fields=OnTicket, of=_on_ticket)


class Organization(Customer):
    """`revision` is the ETag."""

    domains: list[str]
    revision: int


class OrganizationPage(View):
    items: list[Organization]
    cursor: str | None


def organization_view(found: organizations.Organization) -> Organization:
    return Organization(**customer_view(found).model_dump(), domains=list(found.domains), revision=found.version)


class PersonFound(View):
    """Somebody for whom a ticket can be opened: by their address, or by their id where they have none (it is empty)."""

    id: str
    name: str
    email: str
    phone: str | None
    language: str
    organization: str | None
    organization_name: str | None
    plan: str | None


class PeopleFound(View):
    items: list[PersonFound]


def person_found(person: Person, organization: organizations.Organization | None) -> PersonFound:
    return PersonFound(
        id=person.id,
        name=person.name,
        email=person.email,
        phone=person.phone,
        language=person.language,
        organization=organization.id if organization else person.organization,
        organization_name=organization.name if organization else None,
        plan=organization.plan if organization else None,
    )
