"""Assets: read by those who work inside the house, saved by leads."""

from msgspec.structs import replace

from helpdesk.desk import Desk
from helpdesk.domain import access
from helpdesk.domain.assets import Asset
from helpdesk.domain.errors import InvalidError, NotFoundError
from helpdesk.domain.people import Actor
from helpdesk.domain.refusals import NO_ORGANIZATION
from helpdesk.domain.revisions import following
from helpdesk.ports import AssetPage


def page(desk: Desk, by: Actor, cursor: str | None, limit: int) -> AssetPage:
    access.inside_only(by)
    return desk.assets.page(cursor, limit)


def read(desk: Desk, by: Actor, asset_id: str) -> Asset:
    access.inside_only(by)
    return desk.assets.get(asset_id)


def save(desk: Desk, by: Actor, wanted: Asset, revision: int | None) -> Asset:
    """Make it or replace it. Tickets keep what they named, and the impact it gave them.

    Raises InvalidError for another asset's name and an unknown organization, SettingsMovedError for an old `revision`.
    """
    access.lead_only(by)
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
