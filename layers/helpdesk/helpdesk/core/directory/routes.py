"""Who is who: people, and whoever calls."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote

from msgspec.structs import asdict

from helpdesk.core.directory import actions as directory
from helpdesk.core.directory import views
from helpdesk.core.directory.requests import AccountWish, ContactWish, LocaleWish, OrganizationWish
from helpdesk.core.directory.rules import Locale, Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import LONGEST_LINE, Which, one_line
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import SignInError
from helpdesk.foundation.kernel.locales import is_zone, language_of
from helpdesk.foundation.kernel.vocabulary import PersonId, Role

GROUPS: Final = {"admin": Role.ADMIN, "lead": Role.LEAD, "agent": Role.AGENT}


def _claims(api: Api) -> Mapping[str, Any]:
    return api.current_event.request_context.authorizer.jwt_claim or {}


def person(api: Api) -> Person:
    """Who calls, by the ID token that the gateway has verified. Its groups decide the role; the directory follows."""
    claims = _claims(api)
    if not claims.get("email"):
        raise SignInError("Please send the ID token: an access token does not say who you are.")
    if str(claims.get("email_verified")).lower() != "true":
        raise SignInError("Please confirm your e-mail address first: it says whose tickets are yours.")
    groups = str(claims.get("cognito:groups", "")).strip("[]").replace(",", " ").split()
    role = next((role for group, role in GROUPS.items() if group in groups), Role.REQUESTER)
    issued_at = int(float(claims.get("iat", 0)))  # the gateway hands numbers on as text, some as 1.7E9
    name = one_line(str(claims.get("name", "")))[:LONGEST_LINE]
    return directory.sign_in(api.desk(), str(claims["email"]), name, role, issued_at, _account(claims))


def _account(claims: Mapping[str, Any]) -> Locale:
    """What an account says of language and zone, where it says something that there is."""
    timezone = str(claims.get("zoneinfo", ""))
    return Locale(language=language_of(str(claims.get("locale", ""))), timezone=timezone if is_zone(timezone) else None)


def caller(api: Api) -> Actor:
    return person(api).as_actor()


def added_to(api: Api) -> None:
    @api.get("/api/me", responses=gives(views.Me))
    def who_am_i() -> Answer:
        who = person(api)
        return answer(views.Me(**_known(who), settled=who.settled))

    @api.get("/api/me/locale", responses=gives(views.OwnLocale))
    def read_locale() -> Answer:
        """Read anew: who calls is remembered for a minute."""
        by = caller(api)
        return _own(directory.person(api.desk(), by, by.id))

    @api.put("/api/me/locale", responses=gives(views.OwnLocale))
    def set_locale(wanted: LocaleWish) -> Answer:
        who, said = person(api), wanted.meant()
        if wanted.supposed:
            return _own(directory.suppose(api.desk(), who, _account(_claims(api)), said))
        return _own(directory.choose(api.desk(), who, said))

    @api.get("/api/people/<person_id>", responses=gives(views.Person))
    def read_person(person_id: Which) -> Answer:
        by = caller(api)
        return _shown(directory.person(api.desk(), by, unquote(person_id)), by)

    _changes_added(api)
    _contact_added(api)


def _changes_added(api: Api) -> None:
    @api.put("/api/people/<person_id>/active", responses=gives(views.Person))
    def set_active(person_id: Which, wanted: AccountWish) -> Answer:
        """Deactivated people may not sign in and are in no team; they keep their history and their name."""
        change, by = directory.reactivate if wanted.active else directory.deactivate, caller(api)
        return _shown(change(api.desk(), by, PersonId(person_id)), by)

    @api.put("/api/people/<person_id>/organization", responses=gives(views.Person))
    def set_organization(person_id: Which, wanted: OrganizationWish) -> Answer:
        by = caller(api)
        return _shown(directory.belong(api.desk(), by, PersonId(person_id), wanted.organization), by)


def _contact_added(api: Api) -> None:
    @api.put("/api/people/<person_id>/contact", responses=gives(views.Person))
    def set_contact(person_id: Which, wanted: ContactWish) -> Answer:
        """An address for who had none, by which they may sign in from then on; a phone number for anybody. For
        administrators also what they are called, and in which language and zone they are written to.

        Mail from an address that is added is theirs from then on, and by it they sign in, too; of the one that is
        removed, what came by it and was sent to it stays theirs. Who is the same as somebody else has their addresses,
        number and tickets from then on, and either id leads to them: that is not taken back.
        """
        desk, by, which = api.desk(), caller(api), PersonId(person_id)
        if wanted.of_addresses:
            found = _with_addresses(desk, by, which, wanted)
            if wanted.is_of_addresses_alone:
                return _shown(found, by)
        found = directory.reach(desk, by, which, wanted.email, wanted.phone, wanted.name, wanted.meant())
        return _shown(found, by)


def _with_addresses(desk: Desk, by: Actor, which: PersonId, wanted: ContactWish) -> Person:
    """One after the other: each is refused or done by itself, and done again it changes nothing."""
    found = None
    if wanted.add_address:
        found = directory.add_address(desk, by, which, wanted.add_address)
    if wanted.remove_address:
        found = directory.remove_address(desk, by, which, wanted.remove_address)
    if wanted.same_as:
        found = directory.join(desk, by, which, PersonId(wanted.same_as))
    return found or directory.person(desk, by, which)


def _own(found: Person) -> Answer:
    return answer(views.OwnLocale(language=found.language, timezone=found.timezone))


def _shown(found: Person, by: Actor) -> Answer:
    return answer(views.Person(**_known(found, told=by.is_staff)))


def _known(found: Person, *, told: bool = False) -> dict[str, Any]:
    """Requesters are not told who of the staff did what."""
    deeds = [views.Deed(**asdict(deed)) for deed in found.deeds] if told else []
    return {name: getattr(found, name) for name in views.Person.model_fields} | {"deeds": deeds}
