"""The desk: everything an action may reach for, a field for each capability."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.answers.ports import AnswerPorts
    from helpdesk.capabilities.assignment.ports import AssignmentPorts
    from helpdesk.capabilities.attachments.ports import FileStore
    from helpdesk.capabilities.bulk.ports import BulkPorts
    from helpdesk.capabilities.exports.ports import ExportPorts
    from helpdesk.capabilities.knowledge.ports import Articles
    from helpdesk.capabilities.ladders.ports import LadderPorts
    from helpdesk.capabilities.levels.ports import LevelPorts
    from helpdesk.capabilities.numbers.ports import NumbersPorts
    from helpdesk.capabilities.search.ports import SearchPorts
    from helpdesk.capabilities.timers.ports import TimerPorts
    from helpdesk.capabilities.views.ports import Views
    from helpdesk.capabilities.what_if.ports import WhatIfPorts
    from helpdesk.channels.briefings.ports import BriefingPorts
    from helpdesk.channels.digests.ports import Digests
    from helpdesk.channels.drafts.ports import Drafts
    from helpdesk.channels.inbox.ports import Inboxes
    from helpdesk.channels.intake.ports import IntakePorts
    from helpdesk.channels.live.ports import LivePorts
    from helpdesk.channels.mail.ports import MailPorts
    from helpdesk.channels.marks.ports import Marks
    from helpdesk.channels.notices.ports import NoticePorts
    from helpdesk.channels.publishing.ports import PublishingPorts
    from helpdesk.channels.push.ports import PushPorts
    from helpdesk.channels.webhooks.ports import WebhookPorts
    from helpdesk.core.assets.ports import Assets
    from helpdesk.core.directory.ports import Directory
    from helpdesk.core.organizations.ports import Organizations
    from helpdesk.core.preferences.ports import PreferenceStore
    from helpdesk.core.staffing.ports import Staffing
    from helpdesk.core.tickets.ports import TicketStore
    from helpdesk.core.tickets.rules.hooks import Hooks
    from helpdesk.foundation.kernel.vocabulary import TicketId
    from helpdesk.foundation.platform.ports import Clock, EffectLedger, Signer
    from helpdesk.foundation.settings.ports import SettingsStore


class Desk(Struct, frozen=True, kw_only=True):
    """`site_url`, `reply_domain` and `region` are where this desk is. A capability has one field: its store, or a
    struct of its ports.
    """

    region: str
    site_url: str
    reply_domain: str
    mail_domains: frozenset[str]
    """To addresses of these mail comes in, beside the reply domain."""
    new_id: Callable[[], str]
    new_ticket_id: Callable[[], TicketId]
    clock: Clock
    signer: Signer
    effects: EffectLedger
    settings: SettingsStore
    hooks: Callable[[], Sequence[Hooks]]
    """What is asked about tickets, in the order in which its facts are written."""
    directory: Directory
    organizations: Organizations
    assets: Assets
    staffing: Staffing
    preferences: PreferenceStore
    tickets: TicketStore
    attachments: FileStore
    assignment: AssignmentPorts
    levels: LevelPorts
    timers: TimerPorts
    ladders: LadderPorts
    search: SearchPorts
    numbers: NumbersPorts
    views: Views
    bulk: BulkPorts
    exports: ExportPorts
    what_if: WhatIfPorts
    knowledge: Articles
    answers: AnswerPorts
    intake: IntakePorts
    notices: NoticePorts
    mail: MailPorts
    inbox: Inboxes
    marks: Marks
    drafts: Drafts
    digests: Digests
    briefings: BriefingPorts
    push: PushPorts
    webhooks: WebhookPorts
    live: LivePorts
    publishing: PublishingPorts
