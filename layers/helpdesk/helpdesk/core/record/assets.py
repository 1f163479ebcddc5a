"""Which assets a ticket is about. Facts of the tickets chapter tell it: they come with what people say of a ticket."""

from msgspec import Struct

from helpdesk.core.record.affected import AffectedAsset
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import TicketCreated, TicketUpdated


class Affected(Struct, frozen=True, kw_only=True):
    """The part. Its columns lie flat in the head."""

    assets: tuple[AffectedAsset, ...] = ()
    unknown_asset: str | None = None
    """What the sender called one that nobody knows by this name, until somebody says which it is."""


def after(affected: Affected, _: Head, entry: Entry) -> Affected:
    match entry.event:
        case TicketCreated(assets=assets, unknown_asset=unknown):
            return Affected(assets=assets, unknown_asset=unknown)
        case TicketUpdated(assets=tuple(assets)):
            return Affected(assets=assets)
    return affected
