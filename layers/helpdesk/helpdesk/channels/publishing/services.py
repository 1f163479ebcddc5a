"""The bus."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

from botocore.exceptions import ClientError

from helpdesk.channels.publishing.rules import Envelope

BATCH: Final = 10

SOURCE: Final = "helpdesk"


class EventBridgeBus:
    """See ports.Bus."""

    def __init__(self, client: Callable[[], Any], name: str) -> None:
        self._client = client
        self._name = name

    def publish(self, envelopes: Sequence[Envelope]) -> Sequence[int]:
        refused: list[int] = []
        for start in range(0, len(envelopes), BATCH):
            refused += [start + position for position in self._put(envelopes[start : start + BATCH])]
        return refused

    def _put(self, envelopes: Sequence[Envelope]) -> list[int]:
        """One bad envelope can make the service refuse the whole call; then each is tried alone."""
        try:
            answer = self._client().put_events(Entries=[self._entry(envelope) for envelope in envelopes])
        except ClientError:
            if len(envelopes) == 1:
                return [0]
            return [position for position, envelope in enumerate(envelopes) if self._put([envelope])]
        return [position for position, entry in enumerate(answer["Entries"]) if entry.get("ErrorCode")]

    def _entry(self, envelope: Envelope) -> dict[str, Any]:
        return {
            "EventBusName": self._name,
            "Source": SOURCE,
            "DetailType": envelope.type,
            "Time": datetime.fromisoformat(envelope.detail["metadata"]["occurred_at"]),
            "Detail": json.dumps(envelope.detail),
        }
