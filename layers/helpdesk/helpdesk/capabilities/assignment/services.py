from collections.abc import Callable
from typing import Any

import msgspec

from helpdesk.capabilities.assignment.rules.request import Errand


class SqsAssignmentQueue:
    """See ports.AssignmentQueue. A FIFO queue whose groups are the teams."""

    def __init__(self, client: Callable[[], Any], url: str) -> None:
        self._client = client
        self._url = url

    def send(self, errand: Errand, deduplication: str) -> None:
        self._client().send_message(
            QueueUrl=self._url,
            MessageBody=msgspec.json.encode(errand).decode(),
            MessageGroupId=errand.team,
            MessageDeduplicationId=deduplication,
        )
