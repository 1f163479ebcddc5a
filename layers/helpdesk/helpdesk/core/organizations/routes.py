"""Routes of organizations and of whom they are, as part of the directory API."""

from typing import Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.core.directory.routes import caller
from helpdesk.core.organizations import actions
from helpdesk.core.organizations.requests import OrganizationPlan
from helpdesk.core.organizations.views import (
    Organization,
    OrganizationPage,
    PeopleFound,
    organization_view,
    person_found,
)
from helpdesk.foundation.edge import named
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.named import Resource

ORGANIZATIONS: Final = Resource(
    one="organization",
    many="organizations",
    store=lambda desk: desk.organizations,
    save=actions.save,
    plan=OrganizationPlan,
    view=organization_view,
    shown=Organization,
    page=OrganizationPage,
)


Typed = Annotated[str, Query(max_length=100)]


def added_to(api: Api) -> None:
    named.added_to(api, caller, ORGANIZATIONS)

    @api.get("/api/people", responses=gives(PeopleFound))
    def find_people(q: Typed) -> Answer:
        """At most eight, by beginnings of words of name, address and organization, or by a phone number however it is
        written; all of the words must be there. For staff.
        """
        found = actions.people(api.desk(), caller(api), q)
        return answer(PeopleFound(items=[person_found(*each) for each in found]))
