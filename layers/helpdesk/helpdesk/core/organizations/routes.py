"""Routes of organizations, as part of the directory API."""

from typing import Final

from helpdesk.core.directory.routes import caller
from helpdesk.core.organizations import actions
from helpdesk.core.organizations.requests import OrganizationPlan
from helpdesk.core.organizations.views import Organization, OrganizationPage, organization_view
from helpdesk.foundation.edge import named
from helpdesk.foundation.edge.api import Api
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


def added_to(api: Api) -> None:
    named.added_to(api, caller, ORGANIZATIONS)
