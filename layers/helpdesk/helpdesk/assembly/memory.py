"""A whole desk in memory."""

from itertools import count
from typing import Final

from helpdesk.assembly.documents import BUNDLES
from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.capabilities.answers import wiring as answers
from helpdesk.capabilities.answers.memory import MemoryNews
from helpdesk.capabilities.assignment.memory import MemoryAssignmentQueue, MemoryBoards, check_board, write_board
from helpdesk.capabilities.assignment.ports import AssignmentPorts
from helpdesk.capabilities.assignment.rules.board import BoardChange
from helpdesk.capabilities.attachments.memory import MemoryFileStore, check_uploads, use_uploads
from helpdesk.capabilities.bulk.memory import MemoryJobs, MemoryWorkers
from helpdesk.capabilities.bulk.ports import BulkPorts
from helpdesk.capabilities.exports.memory import MemoryExports, MemoryFiles, MemoryMakers
from helpdesk.capabilities.exports.ports import ExportPorts
from helpdesk.capabilities.exports.services.tables import FileTables
from helpdesk.capabilities.knowledge.memory import MemoryArticles
from helpdesk.capabilities.ladders.memory import MemoryLadders, MemoryTokenBoard
from helpdesk.capabilities.ladders.ports import LadderPorts
from helpdesk.capabilities.levels import memory as levels
from helpdesk.capabilities.levels.memory import MemoryEscalations, MemoryLevelNotes
from helpdesk.capabilities.levels.ports import LevelPorts
from helpdesk.capabilities.numbers import wiring as numbers
from helpdesk.capabilities.search.memory import MemoryManifests
from helpdesk.capabilities.search.ports import SearchPorts
from helpdesk.capabilities.search.services.copies import DiskCopies
from helpdesk.capabilities.search.services.engine import TantivyEngine
from helpdesk.capabilities.timers.memory import MemoryRecomputing, MemoryTimers, MemoryWalkBoard
from helpdesk.capabilities.timers.ports import TimerPorts
from helpdesk.capabilities.views.memory import MemoryViews
from helpdesk.capabilities.what_if.memory import MemoryPlayers, MemoryWhatIfs
from helpdesk.capabilities.what_if.ports import WhatIfPorts
from helpdesk.channels.briefings.memory import MemoryBriefings, MemorySenders
from helpdesk.channels.briefings.ports import BriefingPorts
from helpdesk.channels.digests.memory import MemoryDigests
from helpdesk.channels.drafts.memory import MemoryDrafts
from helpdesk.channels.inbox.memory import MemoryInboxes
from helpdesk.channels.intake.memory import MemoryPreparation
from helpdesk.channels.intake.ports import IntakePorts
from helpdesk.channels.intake.services import FastTextLanguage
from helpdesk.channels.live.memory import MemoryBrowsers, MemoryLiveBoard
from helpdesk.channels.live.ports import LivePorts
from helpdesk.channels.mail.memory import MemoryArrivals, MemoryMailRegister, MemoryRawMails, check_taken_in, take_in
from helpdesk.channels.mail.ports import MailPorts, TakenIn
from helpdesk.channels.marks.memory import MemoryMarks
from helpdesk.channels.notices.memory.dead import MemoryDeadAddresses
from helpdesk.channels.notices.memory.faults import MemoryWordingFaults
from helpdesk.channels.notices.memory.ledger import MemoryMailLedger
from helpdesk.channels.notices.memory.mailer import MemoryMailer
from helpdesk.channels.notices.memory.threads import MemoryMailThreads, check_claim, write_claim
from helpdesk.channels.notices.ports import NoticePorts
from helpdesk.channels.notices.rules.threads import MailClaim
from helpdesk.channels.publishing.memory import MemoryBus
from helpdesk.channels.publishing.ports import PublishingPorts
from helpdesk.channels.push.memory import MemoryDevices, MemoryPushService
from helpdesk.channels.push.ports import PushPorts
from helpdesk.channels.webhooks.memory import MemoryRetries, MemoryWebhooks
from helpdesk.channels.webhooks.ports import WebhookPorts
from helpdesk.core.assets.ports import ASSET
from helpdesk.core.directory.memory import MemoryDirectory, check_newcomer, write_newcomer
from helpdesk.core.directory.rules import Newcomer
from helpdesk.core.organizations.ports import ORGANIZATION
from helpdesk.core.preferences.memory import MemoryPreferences
from helpdesk.core.staffing.memory import MemoryStaffing
from helpdesk.core.tickets.memory.tickets import MemoryTicketStore
from helpdesk.core.tickets.memory.writers import Writer, Writers
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.clock import SettableClock
from helpdesk.foundation.platform.memory.effects import MemoryEffectLedger
from helpdesk.foundation.platform.memory.limits import check_limit
from helpdesk.foundation.platform.memory.limits import count as count_one
from helpdesk.foundation.platform.memory.named import MemoryNamed
from helpdesk.foundation.platform.memory.packs import MemoryPacks
from helpdesk.foundation.platform.memory.queues import MemoryQueue
from helpdesk.foundation.platform.memory.signing import MemorySigner
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Limit
from helpdesk.foundation.settings.memory import MemorySettings

REGION: Final = "eu-central-1"
WRITERS: Final = Writers(
    along={
        Newcomer: Writer(check=check_newcomer, write=write_newcomer),
        Limit: Writer(check=check_limit, write=count_one),
        BoardChange: Writer(check=check_board, write=write_board),
        MailClaim: Writer(check=check_claim, write=write_claim),
        TakenIn: Writer(check=check_taken_in, write=take_in),
    },
    beside=(Writer(write=levels.beside), Writer(check=check_uploads, write=use_uploads)),
)


def memory_desk(clock: SettableClock | None = None) -> Desk:
    """A desk of its own that nobody works at yet. Its ids are in the order in which they were made."""
    clock = clock or SettableClock()
    table = MemoryTable(clock.wall)
    organizations, assets = MemoryNamed(table, ORGANIZATION), MemoryNamed(table, ASSET)
    staffing, assignment_queue = MemoryStaffing(table), MemoryAssignmentQueue(clock.wall)
    packs = MemoryPacks(clock.wall)
    entry_numbers, ticket_numbers = count(1), count(1)
    return Desk(
        region=REGION,
        site_url="https://desk.example",
        reply_domain="desk.example",
        mail_domains=frozenset({"desk.example", "billing.example"}),
        new_id=lambda: f"{next(entry_numbers):026d}",
        new_ticket_id=lambda: TicketId(f"HD-8{next(ticket_numbers):07d}"),
        clock=clock,
        signer=MemorySigner(clock.wall),
        effects=MemoryEffectLedger(table),
        settings=MemorySettings(BUNDLES),
        directory=MemoryDirectory(table, staffing.follow, assignment_queue.look_at),
        organizations=organizations,
        assets=assets,
        staffing=staffing,
        preferences=MemoryPreferences(),
        hooks=lambda: ON_TICKETS,
        tickets=MemoryTicketStore(table, REGION, WRITERS),
        attachments=MemoryFileStore(),
        assignment=AssignmentPorts(boards=MemoryBoards(table), queue=assignment_queue),
        levels=LevelPorts(notes=MemoryLevelNotes(table), escalations=MemoryEscalations(table)),
        timers=TimerPorts(executions=MemoryTimers(), recomputing=MemoryRecomputing(), walks=MemoryWalkBoard()),
        ladders=LadderPorts(workflows=MemoryLadders(), tokens=MemoryTokenBoard()),
        search=SearchPorts(manifests=MemoryManifests(), packs=packs, copies=DiskCopies(packs, TantivyEngine())),
        numbers=numbers.over(MemoryPacks(clock.wall)),
        views=MemoryViews(),
        bulk=BulkPorts(jobs=MemoryJobs(), workers=MemoryWorkers()),
        exports=ExportPorts(exports=MemoryExports(), makers=MemoryMakers(), files=MemoryFiles(), tables=FileTables()),
        what_if=WhatIfPorts(what_ifs=MemoryWhatIfs(), players=MemoryPlayers()),
        knowledge=MemoryArticles(table),
        answers=answers.over(MemoryManifests(), MemoryPacks(clock.wall), MemoryNews()),
        intake=IntakePorts(
            preparation=MemoryPreparation(table, organizations, assets), text_language=FastTextLanguage()
        ),
        notices=NoticePorts(
            mailer=MemoryMailer(),
            threads=MemoryMailThreads(table),
            ledger=MemoryMailLedger(table),
            dead=MemoryDeadAddresses(table),
            faults=MemoryWordingFaults(),
        ),
        mail=MailPorts(raw=MemoryRawMails(), register=MemoryMailRegister(table), arrivals=MemoryArrivals()),
        inbox=MemoryInboxes(),
        marks=MemoryMarks(),
        drafts=MemoryDrafts(),
        digests=MemoryDigests(),
        briefings=BriefingPorts(kept=MemoryBriefings(), senders=MemorySenders()),
        push=PushPorts(devices=MemoryDevices(), service=MemoryPushService()),
        webhooks=WebhookPorts(calls=MemoryWebhooks(), retries=MemoryRetries()),
        live=LivePorts(board=MemoryLiveBoard(clock.wall), browsers=MemoryBrowsers()),
        publishing=PublishingPorts(bus=MemoryBus(), queue=MemoryQueue()),
    )
