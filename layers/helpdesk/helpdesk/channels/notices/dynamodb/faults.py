"""Letters that could not be written in their own words, in DynamoDB: an item for each letter, language and mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.channels.notices.rules.wording import WordingFault
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import item_key

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.foundation.platform.dynamodb.tables import Tables

FAULTS: Final = "LETTERFAULTS"


class DynamoWordingFaults:
    """See ports.WordingFaults."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def note(self, fault: WordingFault) -> None:
        item = item_key(FAULTS, f"L#{'#'.join(fault.place)}") | {"fault": keys.text(encoding.encode(fault))}
        self._tables.client.put_item(TableName=self._tables.main, Item=item)

    def all(self) -> Sequence[WordingFault]:
        items = self._tables.query_all(FAULTS, "L#", "L#~")
        return [encoding.decode(WordingFault, item["fault"]["S"]) for item in items]
