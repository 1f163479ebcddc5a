"""What is found beside tickets, by beginnings of its words: people, organizations and assets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.capabilities.search.rules.things import Thing, ThingKind
from helpdesk.core.organizations import actions as organizations
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.text import words_of
from helpdesk.foundation.platform import named

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor


def found(desk: Desk, by: Actor, kind: ThingKind, written: str) -> Sequence[Thing]:
    """At most eight, in at most four requests. What is typed into a search may have conditions: they are of tickets."""
    roles.staff_only(by)
    match kind:
        case ThingKind.PERSON:
            return _people(desk, by, written)
        case ThingKind.ORGANIZATION:
            return _organizations(desk, by, written)
    return _assets(desk, by, written)


def _people(desk: Desk, by: Actor, written: str) -> list[Thing]:
    return [
        Thing(
            id=person.id,
            title=person.name,
            says=(person.email, organization.name if organization else None, person.phone),
        )
        for person, organization in organizations.people(desk, by, written)
    ]


def _organizations(desk: Desk, by: Actor, written: str) -> list[Thing]:
    found = [*named.begun(desk.organizations, by, words_of(written))]
    if "." in written:  # of its domains only the first is among its terms
        found += desk.organizations.named([written.strip().rpartition("@")[2]]).values()
    once = {organization.id: organization for organization in found}
    return [Thing(id=each.id, title=each.name, says=(", ".join(each.domains[:3]), each.plan)) for each in once.values()]


def _assets(desk: Desk, by: Actor, written: str) -> list[Thing]:
    found = named.begun(desk.assets, by, words_of(written))
    known = desk.organizations.known([each.organization for each in found if each.organization])
    whose = {which: organization.name for which, organization in known.items()}
    return [
        Thing(
            id=each.id,
            title=each.name,
            says=(each.tag or each.id, each.type, whose.get(each.organization or "")),
        )
        for each in sorted(found, key=lambda asset: asset.retired)
    ]
