"""Organizations: whom people ask for, what they pay for, and whom of them to speak to."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.addresses import folded_domain
from helpdesk.foundation.kernel.errors import FieldProblem, InvalidError
from helpdesk.foundation.kernel.refusals import Refusal, reason
from helpdesk.foundation.kernel.text import words_of
from helpdesk.foundation.kernel.vocabulary import PersonId

NOT_DOMAIN: Final = reason("not_domain", "{name} is no mail domain")

PUBLIC_DOMAIN: Final = reason(
    "public_domain", "{name} is a public mail provider: its people are not of one organization"
)

OPEN_DOMAIN: Final = reason(
    "open_domain", "everybody can have a domain below {name}: its people are not of one organization"
)

DOMAIN_TAKEN: Final = reason("domain_taken", "{name} belongs to another organization")

MOST_DOMAINS: Final = 40  # they are claimed in one transaction with the organization

MOST_LABELS: Final = 8

_LABEL: Final = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"

_DOMAIN: Final = re.compile(rf"{_LABEL}(\.{_LABEL}){{1,{MOST_LABELS - 1}}}")

# Whoever claimed one of these would have everybody with a free mailbox as their people.
PUBLIC_DOMAINS: Final = frozenset({
    "163.com", "aol.com", "fastmail.com", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net", "googlemail.com",
    "hotmail.com", "hotmail.de", "icloud.com", "live.com", "mail.com", "mail.ru", "me.com", "msn.com", "outlook.com",
    "outlook.de", "pm.me", "proton.me", "protonmail.com", "qq.com", "t-online.de", "web.de", "yahoo.com", "yahoo.de",
    "yandex.ru", "zoho.com", "onmicrosoft.com",
})  # fmt: skip


class Contact(Struct, frozen=True, kw_only=True):
    """A single point of contact. `person` is who has this address in the directory, once somebody has."""

    name: str
    email: str
    person: PersonId | None = None


class Organization(Struct, frozen=True, kw_only=True):
    """A sender belongs to it by the domain of their address or the nearest above it that somebody claimed; a domain
    belongs to one organization.

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


def domains_of(email: str) -> list[str]:
    """The domains by which an address can belong to an organization, the nearest first; none of no address."""
    if not email:
        return []
    labels = folded_domain(email.rpartition("@")[2]).split(".")[-MOST_LABELS:]
    return [".".join(labels[start:]) for start in range(max(1, len(labels) - 1))]


def domains_of_any(addresses: Iterable[str]) -> list[str]:
    """Those of all of them, each once."""
    return list(dict.fromkeys(domain for email in addresses for domain in domains_of(email)))


def organization_of(email: str, claims: Mapping[str, Organization]) -> Organization | None:
    """Whose an address is: `claims` are organizations by their domains."""
    return next((claims[domain] for domain in domains_of(email) if domain in claims), None)


def organization_of_any(addresses: Iterable[str], claims: Mapping[str, Organization]) -> Organization | None:
    """That of the first address that is anybody's."""
    return next(filter(None, (organization_of(each, claims) for each in addresses)), None)


def terms_of(organization: Organization) -> tuple[str, ...]:
    """By what begins so it is found: few, as they are written with it and with all its domains."""
    words = [*words_of(organization.name)[:4], *words_of(organization.id)[:2]]
    return tuple(dict.fromkeys([*words, *words_of("".join(organization.domains[:1]))[:3]]))


def check_domains(domains: tuple[str, ...]) -> tuple[str, ...]:
    """The domains as they are looked up; InvalidError with the place of each that cannot be anybody's own."""
    found = tuple(dict.fromkeys(folded_domain(domain.strip().removeprefix("@")) for domain in domains))
    problems = [
        FieldProblem.at(f"domains[{index}]", why) for index, domain in enumerate(found) if (why := _refused(domain))
    ]
    if problems:
        raise InvalidError(problems[0].message, problems)
    return found


def _refused(domain: str) -> Refusal | None:
    if not _DOMAIN.fullmatch(domain):
        return NOT_DOMAIN(name=domain)
    if domain in PUBLIC_DOMAINS:
        return PUBLIC_DOMAIN(name=domain)
    if _is_open_to_all(domain):
        return OPEN_DOMAIN(name=domain)
    return None


def _is_open_to_all(domain: str) -> bool:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - only who saves an organization pays for it

    return PublicSuffixList().is_public(domain)


def domain_taken(organization: Organization, domain: str) -> InvalidError:
    place = f"domains[{organization.domains.index(domain)}]"
    return InvalidError.at(place, DOMAIN_TAKEN(name=domain))
