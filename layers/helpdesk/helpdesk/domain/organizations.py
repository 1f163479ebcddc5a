"""Organizations: whom people ask for, what they pay for, and whom of them to speak to."""

import re
from typing import Final

from msgspec import Struct

from helpdesk.domain.errors import FieldProblem, InvalidError
from helpdesk.domain.vocabulary import PersonId

MOST_DOMAINS: Final = 40  # they are claimed in one transaction with the organization
_DOMAIN: Final = re.compile(r"[^\s@./]{1,63}(\.[^\s@./]{1,63})+")
# Whoever claimed one of these would have everybody with a free mailbox as their people.
PUBLIC_DOMAINS: Final = frozenset({
    "163.com", "aol.com", "fastmail.com", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net", "googlemail.com",
    "hotmail.com", "hotmail.de", "icloud.com", "live.com", "mail.com", "mail.ru", "me.com", "msn.com", "outlook.com",
    "outlook.de", "pm.me", "proton.me", "protonmail.com", "qq.com", "t-online.de", "web.de", "yahoo.com", "yahoo.de",
    "yandex.ru", "zoho.com",
})  # fmt: skip


class Contact(Struct, frozen=True, kw_only=True):
    """A single point of contact. `person` is who has this address in the directory, once somebody has."""

    name: str
    email: str
    person: PersonId | None = None


class Organization(Struct, frozen=True, kw_only=True):
    """A sender belongs to it by the domain of their address; a domain belongs to one organization.

    `plan` is a name that routing rules and SLA policies may ask for. `version` counts what was saved.
    """

    id: str
    name: str
    plan: str | None = None
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    spoc: Contact | None = None
    notes: str = ""
    version: int = 0


def domain_of(email: str) -> str:
    return email.strip().lower().rpartition("@")[2]


def check_domains(domains: tuple[str, ...]) -> tuple[str, ...]:
    """The domains as they are looked up; InvalidError with the place of each that cannot be anybody's own."""
    found = tuple(dict.fromkeys(domain.strip().lower().removeprefix("@") for domain in domains))
    problems = [
        FieldProblem(field=f"domains[{index}]", message=why)
        for index, domain in enumerate(found)
        if (why := _refused(domain))
    ]
    if problems:
        raise InvalidError(problems[0].message, problems)
    return found


def _refused(domain: str) -> str:
    if not _DOMAIN.fullmatch(domain):
        return f"{domain} is no mail domain."
    if domain in PUBLIC_DOMAINS:
        return f"{domain} is a public mail provider: its people are not of one organization."
    return ""


def domain_taken(organization: Organization, domain: str) -> InvalidError:
    place = f"domains[{organization.domains.index(domain)}]"
    return InvalidError.at(place, f"{domain} belongs to another organization.")
