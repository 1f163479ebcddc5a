"""Assets: read by those who work inside the house, saved by leads."""

from msgspec.structs import replace

from helpdesk.core.assets.ports import AssetPage
from helpdesk.core.assets.rules import Asset
from helpdesk.core.directory.rules import NO_ORGANIZATION
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.revisions import following


def page(desk: Desk, by: Actor, cursor: str | None, limit: int) -> AssetPage:
    roles.inside_only(by)
    return desk.assets.page(cursor, limit)


def read(desk: Desk, by: Actor, asset_id: str) -> Asset:
    roles.inside_only(by)
    return desk.assets.get(asset_id)


def save(desk: Desk, by: Actor, wanted: Asset, revision: int | None) -> Asset:
    """Make it or replace it. Tickets keep what they named, and the impact it gave them.

    Raises InvalidError for another asset's name and an unknown organization, SettingsMovedError for an old `revision`.
    """
    roles.lead_only(by)
    version = following(revision, _version(desk, wanted.id))
    if wanted.organization and desk.organizations.find(wanted.organization) is None:
        raise InvalidError.at("organization", NO_ORGANIZATION(name=wanted.organization))
    saved = replace(wanted, version=version)
    desk.assets.put(saved)
    return saved


def _version(desk: Desk, asset_id: str) -> int:
    try:
        return desk.assets.get(asset_id).version
    except NotFoundError:
        return 0
