"""Routes of organizations, as part of the directory API."""

from typing import Annotated

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.actions import organizations
from helpdesk.entrypoints import organization_views as views
from helpdesk.entrypoints.http import Answer, answer, caller, gives, if_match
from helpdesk.entrypoints.inputs import after, named
from helpdesk.entrypoints.runtime import desk


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/organizations", responses=gives(views.OrganizationPage))
    def list_organizations(cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 25) -> Answer:
        found = organizations.page(desk(), caller(api), after(cursor), limit)
        items = [views.organization_view(each) for each in found.items]
        return answer(views.OrganizationPage(items=items, cursor=found.cursor))

    @api.get("/api/organizations/<organization_id>", responses=gives(views.Organization))
    def read_organization(organization_id: str) -> Answer:
        found = organizations.read(desk(), caller(api), named("organization", organization_id))
        return answer(views.organization_view(found), found.version)

    @api.put("/api/organizations/<organization_id>", responses=gives(views.Organization))
    def save_organization(organization_id: str, wanted: views.OrganizationPlan) -> Answer:
        by = caller(api)
        saved = organizations.save(desk(), by, wanted.meant(named("organization", organization_id)), if_match(api))
        return answer(views.organization_view(saved), saved.version)

    return api
