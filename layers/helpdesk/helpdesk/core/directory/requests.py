from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from helpdesk.core.directory.rules import Locale
from helpdesk.foundation.edge.inputs import Email, Flag, Identifier, Language, Line, Request, refused
from helpdesk.foundation.kernel.finding import NO_PHONE, phone_of
from helpdesk.foundation.kernel.locales import NO_ZONE, is_zone


def _zone(name: str) -> str:
    if not is_zone(name):
        raise refused(NO_ZONE, name=name)
    return name


Zone = Annotated[str, StringConstraints(min_length=1, max_length=64), AfterValidator(_zone)]


def _phone(written: str) -> str:
    number = phone_of(written)
    if number is None:
        raise refused(NO_PHONE)
    return number


Phone = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(_phone)]
"""A phone number, however it is written, in one form."""

PhoneOrNone = Annotated[
    str, StringConstraints(max_length=40), AfterValidator(lambda written: written and _phone(written))
]
"""The same; empty where there is none."""


class AccountWish(Request):
    active: Flag


class AddressWish(Request):
    email: Email


class JoinWish(Request):
    """Who turned out to be the same person, by their id."""

    person: Identifier


class OrganizationWish(Request):
    organization: Identifier | None


class ContactWish(Request):
    """How somebody is reached; what is left out stays. Of an empty `phone` there is none any more. Their name, language
    and zone are changed by administrators; the name of who has an account is the account's again when they sign in.
    """

    email: Email | None = None
    phone: PhoneOrNone | None = None
    name: Line | None = None
    language: Language | None = None
    timezone: Zone | None = None

    def meant(self) -> Locale:
        return Locale(language=self.language, timezone=self.timezone)


class LocaleWish(Request):
    """How to be written to. `supposed` is what a browser says by itself: it counts while nobody has said anything."""

    language: Language
    timezone: Zone
    supposed: Flag = False

    def meant(self) -> Locale:
        return Locale(language=self.language, timezone=self.timezone)
