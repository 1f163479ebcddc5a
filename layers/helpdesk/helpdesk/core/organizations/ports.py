"""Port to organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.organizations.rules import Organization


class OrganizationPage(Struct, frozen=True, kw_only=True):
    """In the order of their ids; `cursor` is the last id, None at the end."""

    items: tuple[Organization, ...]
    cursor: str | None


class Organizations(Protocol):
    def find(self, organization_id: str) -> Organization | None:
        """What is known of it, at most a minute old."""

    def get(self, organization_id: str) -> Organization:
        """As it is now, or NotFoundError."""

    def page(self, cursor: str | None, limit: int) -> OrganizationPage: ...

    def put(self, organization: Organization) -> None:
        """Save the version after the one it was made from, and claim its mail domains with it, or nothing.

        Raises ConflictError when it was saved meanwhile, InvalidError for a domain of another organization.
        """
