"""Which uploads came with a message, in DynamoDB: an item each, for ever."""

from __future__ import annotations

from helpdesk.capabilities.attachments.rules.uploads import named_by
from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write


def upload_key(upload_id: str) -> Key:
    return item_key(f"UPLOAD#{upload_id}", "UPLOAD")


def beside(tables: Tables, change: Change) -> list[Write]:
    """The uploads that a change brings, if none of them was used before."""
    return [_use(tables, upload_id, refusal) for upload_id, refusal in named_by(change).items()]


def _use(tables: Tables, upload_id: str, refusal: InvalidError) -> Write:
    put = {
        "TableName": tables.main,
        "Item": upload_key(upload_id),
        "ConditionExpression": "attribute_not_exists(pk)",
    }
    return Write({"Put": put}, refusal)
