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


class OrganizationWish(Request):
    organization: Identifier | None


class ContactWish(Request):
    """How somebody is reached; what is left out stays. Of an empty `phone` there is none any more. Their name, language
    and zone are changed by administrators; the name of who has an account is the account's again when they sign in.

    Leads add another address of theirs and remove one, or say by `same_as` who turned out to be the same person; of who
    works here, administrators do.
    """

    email: Email | None = None
    phone: PhoneOrNone | None = None
    name: Line | None = None
    language: Language | None = None
    timezone: Zone | None = None
    add_address: Email | None = None
    remove_address: Line | None = None
    same_as: Identifier | None = None

    @property
    def of_addresses(self) -> bool:
        return bool(self.add_address or self.remove_address or self.same_as)

    @property
    def is_of_addresses_alone(self) -> bool:
        return self.model_fields_set <= {"add_address", "remove_address", "same_as"}

    def meant(self) -> Locale:
        return Locale(language=self.language, timezone=self.timezone)


class LocaleWish(Request):
    """How to be written to. `supposed` is what a browser says by itself: it counts while nobody has said anything."""

    language: Language
    timezone: Zone
    supposed: Flag = False

    def meant(self) -> Locale:
        return Locale(language=self.language, timezone=self.timezone)
