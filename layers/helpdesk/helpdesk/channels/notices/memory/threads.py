"""Whose mails are, by their ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.channels.notices.ports import MOST_NAMED
from helpdesk.channels.notices.rules.threads import MailClaim, MailKnownError, MailThread, known_as
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class ThreadRows:
    threads: dict[str, MailThread] = field(default_factory=dict)


def check_claim(table: MemoryTable, claim: MailClaim) -> None:
    if known_as(claim.message_id) in table.rows(ThreadRows).threads:
        raise MailKnownError(claim.message_id)


def write_claim(table: MemoryTable, claim: MailClaim) -> None:
    table.rows(ThreadRows).threads[known_as(claim.message_id)] = claim.thread


class MemoryMailThreads:
    """See ports.MailThreads."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def known(self, message_ids: Sequence[str]) -> Mapping[str, MailThread]:
        threads = self._table.rows(ThreadRows).threads
        asked = ((message_id, known_as(message_id)) for message_id in message_ids[:MOST_NAMED])
        return {message_id: threads[name] for message_id, name in asked if name in threads}

    def claim(self, claim: MailClaim) -> None:
        with self._table.lock:
            check_claim(self._table, claim)
            write_claim(self._table, claim)
