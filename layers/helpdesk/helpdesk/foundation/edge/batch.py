"""Functions that get many records at once and answer for each."""

from collections.abc import Callable, Sequence
from typing import Any

from helpdesk.foundation.edge.logging import logger

Record = dict[str, Any]


def in_order(records: Sequence[Record], act: Callable[[str], object]) -> dict[str, Any]:
    """Handle queue messages in order. After the first failure of a group its later ones are given back unread:
    a FIFO queue keeps their order only so.
    """
    failed: list[str] = []
    broken: set[str] = set()
    for record in records:
        group = record.get("attributes", {}).get("MessageGroupId", record["messageId"])
        if group in broken or not _handled(record, act):
            broken.add(group)
            failed.append(record["messageId"])
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}


def _handled(record: Record, act: Callable[[str], object]) -> bool:
    try:
        logger.info("handled", extra={"message_id": record["messageId"], "outcome": act(record["body"])})
    except Exception:  # noqa: BLE001 - one bad message must not fail its batch
        logger.exception("message failed", extra={"message_id": record["messageId"]})
        return False
    return True
