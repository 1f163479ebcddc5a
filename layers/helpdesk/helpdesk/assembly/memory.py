"""A whole desk in memory."""

from itertools import count
from typing import Any, Final

from helpdesk.capabilities.assignment.memory import MemoryAssignmentQueue, MemoryBoards
from helpdesk.capabilities.attachments.memory import MemoryFileStore
from helpdesk.capabilities.ladders.memory import MemoryTokenBoard, MemoryWorkflows
from helpdesk.capabilities.levels.memory import MemoryEscalations, MemoryLevelNotes
from helpdesk.capabilities.timers.memory import MemoryTimers, MemoryWalkBoard
from helpdesk.channels.intake.services import FastTextLanguage
from helpdesk.channels.live.memory import MemoryBrowsers, MemoryLiveBoard
from helpdesk.channels.notices.memory import MemoryMailer
from helpdesk.channels.publishing.memory import MemoryBus
from helpdesk.channels.webhooks.memory import MemoryWebhooks
from helpdesk.core.assets.memory import MemoryAssets
from helpdesk.core.directory.memory import MemoryDirectory
from helpdesk.core.organizations.memory import MemoryOrganizations
from helpdesk.core.staffing.memory import MemoryStaffing
from helpdesk.core.tickets.memory.tickets import MemoryTicketStore
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.clock import SettableClock
from helpdesk.foundation.platform.memory.effects import MemoryEffectLedger
from helpdesk.foundation.platform.memory.queues import MemoryQueue
from helpdesk.foundation.platform.memory.signing import MemorySigner
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.settings.memory import MemorySettingsStore

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
