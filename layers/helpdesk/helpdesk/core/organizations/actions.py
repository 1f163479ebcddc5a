"""Organizations: saved by leads."""

from msgspec.structs import replace

from helpdesk.core.organizations.rules import Contact, Organization, check_domains
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.platform import named


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
