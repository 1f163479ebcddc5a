"""Assets: saved by leads."""

from msgspec.structs import replace

from helpdesk.core.assets.rules import Asset
from helpdesk.core.directory.rules import NO_ORGANIZATION
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.platform import named


def save(desk: Desk, by: Actor, wanted: Asset, revision: int | None) -> Asset:
    """Make it or replace it. Tickets keep what they named, and the impact it gave them.

    Raises InvalidError for another asset's name and an unknown organization, SettingsMovedError for an old `revision`.
    """

    def made(version: int) -> Asset:
        if wanted.organization and desk.organizations.find(wanted.organization) is None:
            raise InvalidError.at("organization", NO_ORGANIZATION(name=wanted.organization))
        return replace(wanted, version=version)

    return named.save(desk.assets, by, wanted.id, revision, made)
