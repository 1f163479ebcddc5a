"""Teams and people of the demo company. Some have accounts (infra/local/accounts.py), the others only work here."""

from collections.abc import Iterator
from typing import Final

from helpdesk.core.assets.rules import Asset
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Contact, Organization
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, Scale, TeamId

from infra.local.accounts import ACCOUNTS, Account
from infra.local.settings import MAIL_DOMAIN

TIMEZONE: Final = "Europe/Berlin"
TEAMS: Final = (
    Team(id=TeamId("service-desk"), name="Service desk", level=Level.L1, topic="Everything, first"),
    Team(id=TeamId("it-operations"), name="IT operations", level=Level.L2, topic="Accounts, devices, servers"),
    Team(id=TeamId("network-experts"), name="Network experts", level=Level.L3, topic="Network and VPN"),
    Team(id=TeamId("server-experts"), name="Server experts", level=Level.L3, topic="Servers and storage"),
    Team(id=TeamId("application-experts"), name="Application experts", level=Level.L3, topic="Software"),
)
MEMBERS: Final = {
    "service-desk": ("agent1", "lead"),
    "it-operations": ("agent2", "lead"),
    "network-experts": ("nadia.nowak",),
    "server-experts": ("sven.schulz",),
    "application-experts": ("amira.aydin",),
}
EXPERTS: Final = (
    Account(email=f"nadia.nowak@{MAIL_DOMAIN}", name="Nadia Nowak", locale="de", group="agent"),
    Account(email=f"sven.schulz@{MAIL_DOMAIN}", name="Sven Schulz", locale="de", group="agent"),
    Account(email=f"amira.aydin@{MAIL_DOMAIN}", name="Amira Aydin", locale="en", group="agent"),
)


CUSTOMER: Final = Organization(
    id="demo-works",
    name="Demo Works",
    plan="standard",
    domains=(MAIL_DOMAIN,),
    languages=("en", "de"),
    spoc=Contact(name="Claudia Weiss", email=f"claudia.weiss@{MAIL_DOMAIN}"),
    notes="Site visits: please announce them at the reception a day before.",
    version=1,
)


ASSETS: Final = (
    Asset(
        id="access-point-isar",
        name="Access point, meeting room Isar",
        type="access point",
        tag="INV 2041",
        organization=CUSTOMER.id,
        impact=Scale.MEDIUM,
        version=1,
    ),
    Asset(
        id="printer-hall",
        name="Printer in the hall",
        type="printer",
        tag="INV 0377",
        organization=CUSTOMER.id,
        notes="Toner is in the cupboard behind it.",
        version=1,
    ),
)


def fill(desk: Desk, *, experts: bool) -> None:
    """Teams and people, and with the experts the organization they work for and some of what it has. What is there
    already stays as is.
    """
    if experts and desk.organizations.find(CUSTOMER.id) is None:
        desk.organizations.put(CUSTOMER)
    if experts and not desk.assets.named([asset.id for asset in ASSETS]):
        for asset in ASSETS:
            desk.assets.put(asset)
    people = {person.id: person for person in _people(experts=experts)}
    for person in people.values():
        if desk.directory.by_email(person.email) is None:
            desk.directory.put_person(person)
    known = {team.id for team in desk.staffing.teams()}
    for team in TEAMS:
        if team.id not in known:
            members = [PersonId(name) for name in MEMBERS[team.id] if name in people]
            desk.staffing.put_team(team, joining=list(desk.directory.people(members).values()))


def _people(*, experts: bool) -> Iterator[Person]:
    for account in (*ACCOUNTS, *(EXPERTS if experts else ())):
        name = account.email.partition("@")[0]
        yield Person(
            id=PersonId(name),
            name=account.name,
            email=account.email,
            role=Role(account.group) if account.group else Role.REQUESTER,
            language=account.locale,
            timezone=TIMEZONE,
            settled=True,
            teams=tuple(TeamId(team) for team, members in MEMBERS.items() if name in members),
        )
