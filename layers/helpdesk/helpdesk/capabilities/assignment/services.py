from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

import msgspec

from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


class SqsAssignmentQueue:
    """See ports.AssignmentQueue. A FIFO queue whose groups are the teams.

    What is told to two teams is two messages, also where identities count for the whole queue.
    """

    def __init__(self, client: Callable[[], Any], url: str) -> None:
        self._client = client
        self._url = url

    def send(self, errand: Errand, deduplication: str) -> None:
        self._client().send_message(
            QueueUrl=self._url,
            MessageBody=msgspec.json.encode(errand).decode(),
            MessageGroupId=errand.team,
            MessageDeduplicationId=f"{deduplication}-{digest(errand.team)[:16]}",
        )

    def look_at(self, person: PersonId, teams: Sequence[TeamId]) -> None:
        each(teams, lambda team: self.send(Errand(team=team, person=person), uuid4().hex))
