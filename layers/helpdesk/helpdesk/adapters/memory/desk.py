"""A whole desk in memory."""

from itertools import count
from typing import Any, Final

from helpdesk.adapters.memory.assets import MemoryAssets
from helpdesk.adapters.memory.boards import MemoryBoards
from helpdesk.adapters.memory.clock import SettableClock
from helpdesk.adapters.memory.directory import MemoryDirectory
from helpdesk.adapters.memory.effects import MemoryEffectLedger
from helpdesk.adapters.memory.escalations import MemoryEscalations
from helpdesk.adapters.memory.level_notes import MemoryLevelNotes
from helpdesk.adapters.memory.live import MemoryBrowsers, MemoryLiveBoard
from helpdesk.adapters.memory.organizations import MemoryOrganizations
from helpdesk.adapters.memory.services import (
    MemoryAssignmentQueue,
    MemoryBus,
    MemoryFileStore,
    MemoryMailer,
    MemoryQueue,
    MemoryTimers,
)
from helpdesk.adapters.memory.settings import MemorySettingsStore
from helpdesk.adapters.memory.signing import MemorySigner
from helpdesk.adapters.memory.staffing import MemoryStaffing
from helpdesk.adapters.memory.table import MemoryTable
from helpdesk.adapters.memory.tickets import MemoryTicketStore
from helpdesk.adapters.memory.workflows import (
    MemoryTokenBoard,
    MemoryWalkBoard,
    MemoryWebhooks,
    MemoryWorkflows,
)
from helpdesk.adapters.text_language import FastTextLanguage
from helpdesk.desk import Desk
from helpdesk.domain.vocabulary import TicketId

REGION: Final = "eu-central-1"


def _outward() -> dict[str, Any]:
    return {
        "workflows": MemoryWorkflows(),
        "walks": MemoryWalkBoard(),
        "tokens": MemoryTokenBoard(),
        "webhooks": MemoryWebhooks(),
        "browsers": MemoryBrowsers(),
        "text_language": FastTextLanguage(),
    }


def _people(table: MemoryTable) -> dict[str, Any]:
    staffing = MemoryStaffing(table)
    return {
        "directory": MemoryDirectory(table, staffing.follow),
        "staffing": staffing,
        "organizations": MemoryOrganizations(table),
        "assets": MemoryAssets(table),
        "boards": MemoryBoards(table),
        "escalations": MemoryEscalations(table),
        "level_notes": MemoryLevelNotes(table),
    }


def memory_desk(clock: SettableClock | None = None) -> Desk:
    """A desk of its own that nobody works at yet. Its ids are in the order in which they were made."""
    clock = clock or SettableClock()
    table = MemoryTable(clock.wall)
    entry_numbers, ticket_numbers = count(1), count(1)
    return Desk(
        region=REGION,
        site_url="https://desk.example",
        reply_domain="desk.example",
        clock=clock,
        tickets=MemoryTicketStore(table, REGION),
        **_people(table),
        settings=MemorySettingsStore(),
        effects=MemoryEffectLedger(table),
        mailer=MemoryMailer(),
        timers=MemoryTimers(),
        **_outward(),
        bus=MemoryBus(),
        assignment_queue=MemoryAssignmentQueue(clock.wall),
        republish_queue=MemoryQueue(),
        files=MemoryFileStore(),
        signer=MemorySigner(clock.wall),
        live=MemoryLiveBoard(clock.wall),
        new_id=lambda: f"{next(entry_numbers):026d}",
        new_ticket_id=lambda: TicketId(f"HD-8{next(ticket_numbers):07d}"),
    )
