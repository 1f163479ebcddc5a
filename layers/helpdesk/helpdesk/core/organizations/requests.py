from typing import Annotated

from pydantic import Field

from helpdesk.core.organizations import rules as organizations
from helpdesk.foundation.edge.inputs import Email, Identifier, Language, Line, Notes, Request


class ContactPlan(Request):
    name: Line
    email: Email


class OrganizationPlan(Request):
    """`plan` is a name that rules and policies ask for. Senders belong to it by the mail `domains` it has alone and by
    those below them that no other claims.
    """

    name: Line
    plan: Identifier | None = None
    domains: Annotated[tuple[Line, ...], Field(max_length=organizations.MOST_DOMAINS)] = ()
    languages: Annotated[tuple[Language, ...], Field(max_length=20)] = ()
    spoc: ContactPlan | None = None
    notes: Notes = ""

    def meant(self, organization_id: str) -> organizations.Organization:
        given = self.model_dump(exclude={"spoc"})
        spoc = organizations.Contact(**self.spoc.model_dump()) if self.spoc else None
        return organizations.Organization(id=organization_id, spoc=spoc, **given)
