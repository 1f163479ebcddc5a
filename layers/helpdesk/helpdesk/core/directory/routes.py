"""Who is who: people, and whoever calls."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote

from helpdesk.core.directory import actions as directory
from helpdesk.core.directory import views
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import SignInError
from helpdesk.foundation.kernel.vocabulary import Role

GROUPS: Final = {"admin": Role.ADMIN, "lead": Role.LEAD, "agent": Role.AGENT}


def person(api: Api) -> Person:
    """Who calls, by the ID token that the gateway has verified. Its groups decide the role; the directory follows."""
    claims: Mapping[str, Any] = api.current_event.request_context.authorizer.jwt_claim or {}
    if not claims.get("email"):
        raise SignInError("Please send the ID token: an access token does not say who you are.")
    if str(claims.get("email_verified")).lower() != "true":
        raise SignInError("Please confirm your e-mail address first: it says whose tickets are yours.")
    groups = str(claims.get("cognito:groups", "")).strip("[]").replace(",", " ").split()
    role = next((role for group, role in GROUPS.items() if group in groups), Role.REQUESTER)
    issued_at = int(float(claims.get("iat", 0)))  # the gateway hands numbers on as text, some as 1.7E9
    return directory.sign_in(api.desk(), str(claims["email"]), str(claims.get("name", "")), role, issued_at)


def caller(api: Api) -> Actor:
    return person(api).as_actor()


def added_to(api: Api) -> None:
    @api.get("/api/me", responses=gives(views.Me))
    def who_am_i() -> Answer:
        return answer(views.Me(**_known(person(api))))

    @api.get("/api/people/<person_id>", responses=gives(views.Person))
    def read_person(person_id: Which) -> Answer:
        found = directory.person(api.desk(), caller(api), unquote(person_id))
        return answer(views.Person(**_known(found)))


def _known(found: Person) -> dict[str, Any]:
    return {name: getattr(found, name) for name in views.Person.model_fields}
