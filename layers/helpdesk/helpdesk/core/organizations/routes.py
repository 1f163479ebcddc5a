"""Routes of organizations, as part of the directory API."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.core.directory.routes import caller
from helpdesk.core.organizations import actions as organizations
from helpdesk.core.organizations.requests import OrganizationPlan
from helpdesk.core.organizations.views import Organization, OrganizationPage, organization_view
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import after, named
from helpdesk.foundation.platform import named as named_things


def added_to(api: Api) -> None:
    @api.get("/api/organizations", responses=gives(OrganizationPage))
    def list_organizations(cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 25) -> Answer:
        found = named_things.page(api.desk().organizations, caller(api), after(cursor), limit)
        items = [organization_view(each) for each in found.items]
        return answer(OrganizationPage(items=items, cursor=found.cursor))

    @api.get("/api/organizations/<organization_id>", responses=gives(Organization))
    def read_organization(organization_id: str) -> Answer:
        found = named_things.read(api.desk().organizations, caller(api), named("organization", organization_id))
        return answer(organization_view(found), found.version)

    @api.put("/api/organizations/<organization_id>", responses=gives(Organization))
    def save_organization(organization_id: str, wanted: OrganizationPlan) -> Answer:
        by = caller(api)
        saved = organizations.save(api.desk(), by, wanted.meant(named("organization", organization_id)), if_match(api))
        return answer(organization_view(saved), saved.version)
