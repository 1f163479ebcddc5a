"""Organizations: read by those who work inside the house, saved by leads."""

from msgspec.structs import replace

from helpdesk.core.organizations.ports import OrganizationPage
from helpdesk.core.organizations.rules import Contact, Organization, check_domains
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.revisions import following


def page(desk: Desk, by: Actor, cursor: str | None, limit: int) -> OrganizationPage:
    roles.inside_only(by)
    return desk.organizations.page(cursor, limit)


def read(desk: Desk, by: Actor, organization_id: str) -> Organization:
    roles.inside_only(by)
    return desk.organizations.get(organization_id)


def save(desk: Desk, by: Actor, wanted: Organization, revision: int | None) -> Organization:
    """Make it or replace it. Tickets keep the plan they were opened under.

    Raises InvalidError for domains that are nobody's own or another's, SettingsMovedError for an old `revision`.
    """
    roles.lead_only(by)
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
