"""Organizations: read by those who work inside the house, saved by leads."""

from msgspec.structs import replace

from helpdesk.desk import Desk
from helpdesk.domain import access
from helpdesk.domain.errors import NotFoundError
from helpdesk.domain.organizations import Contact, Organization, check_domains
from helpdesk.domain.people import Actor
from helpdesk.domain.revisions import following
from helpdesk.ports import OrganizationPage


def page(desk: Desk, by: Actor, cursor: str | None, limit: int) -> OrganizationPage:
    access.inside_only(by)
    return desk.organizations.page(cursor, limit)


def read(desk: Desk, by: Actor, organization_id: str) -> Organization:
    access.inside_only(by)
    return desk.organizations.get(organization_id)


def save(desk: Desk, by: Actor, wanted: Organization, revision: int | None) -> Organization:
    """Make it or replace it. Tickets keep the plan they were opened under.

    Raises InvalidError for domains that are nobody's own or another's, SettingsMovedError for an old `revision`.
    """
    access.lead_only(by)
    version = following(revision, _version(desk, wanted.id))
    saved = replace(
        wanted, domains=check_domains(wanted.domains), spoc=_in_directory(desk, wanted.spoc), version=version
    )
    desk.organizations.put(saved)
    return saved


def _version(desk: Desk, organization_id: str) -> int:
    try:
        return desk.organizations.get(organization_id).version
    except NotFoundError:
        return 0


def _in_directory(desk: Desk, spoc: Contact | None) -> Contact | None:
    if spoc is None:
        return None
    person = desk.directory.by_email(spoc.email)
    return replace(spoc, person=person.id if person else None)
