"""The desk of a function: every capability with what stands behind it on AWS."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from ulid import ULID

from helpdesk.capabilities.answers import wiring as answers
from helpdesk.capabilities.assignment import wiring as assignment
from helpdesk.capabilities.attachments import wiring as attachments
from helpdesk.capabilities.bulk import wiring as bulk
from helpdesk.capabilities.exports import wiring as exports
from helpdesk.capabilities.knowledge import wiring as knowledge
from helpdesk.capabilities.ladders import wiring as ladders
from helpdesk.capabilities.levels import wiring as levels
from helpdesk.capabilities.numbers import wiring as numbers
from helpdesk.capabilities.search import wiring as search
from helpdesk.capabilities.timers import wiring as timers
from helpdesk.capabilities.views import wiring as views
from helpdesk.capabilities.what_if import wiring as what_if
from helpdesk.channels.briefings import wiring as briefings
from helpdesk.channels.digests import wiring as digests
from helpdesk.channels.drafts import wiring as drafts
from helpdesk.channels.inbox import wiring as inbox
from helpdesk.channels.intake import wiring as intake
from helpdesk.channels.live import wiring as live
from helpdesk.channels.mail import wiring as mail
from helpdesk.channels.marks import wiring as marks
from helpdesk.channels.notices import wiring as notices
from helpdesk.channels.publishing import wiring as publishing
from helpdesk.channels.push import wiring as push
from helpdesk.channels.webhooks import wiring as webhooks
from helpdesk.core.assets import wiring as assets
from helpdesk.core.directory import wiring as directory
from helpdesk.core.organizations import wiring as organizations
from helpdesk.core.preferences import wiring as preferences
from helpdesk.core.staffing import wiring as staffing
from helpdesk.core.tickets import wiring as tickets
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.platform import wiring as platform
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.clock import ProductClock
from helpdesk.foundation.platform.environment import environment
from helpdesk.foundation.settings import wiring as settings

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.assignment.ports import AssignmentPorts
    from helpdesk.core.tickets.dynamodb.writers import Writers
    from helpdesk.core.tickets.rules.hooks import Hooks
    from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId
    from helpdesk.foundation.settings.documents import Bundle


@cache
def desk() -> Desk:
    """The desk of this worker."""
    env = environment()
    aws = Aws(env, ProductClock(env.helpdesk_clock))
    assigning = assignment.wired(aws)
    return Desk(
        region=env.aws_region,
        site_url=env.site_url or "",
        reply_domain=env.reply_domain or "",
        mail_domains=frozenset((env.mail_in_domains or "").lower().split(",")) - {""},
        new_id=lambda: str(ULID()),
        new_ticket_id=partial(_new_ticket_id, env.aws_region),
        clock=aws.clock,
        signer=platform.wired_signer(aws),
        effects=platform.wired_effects(aws),
        settings=settings.wired(aws, _bundles),
        directory=directory.wired(aws, partial(staffing.following, aws), partial(_look_at, assigning)),
        organizations=organizations.wired(aws),
        assets=assets.wired(aws),
        staffing=staffing.wired(aws),
        preferences=preferences.wired(aws),
        hooks=_hooks,
        tickets=tickets.wired(aws, _writers),
        attachments=attachments.wired(aws),
        assignment=assigning,
        levels=levels.wired(aws),
        timers=timers.wired(aws),
        ladders=ladders.wired(aws),
        search=search.wired(aws),
        numbers=numbers.wired(aws),
        views=views.wired(aws),
        bulk=bulk.wired(aws),
        exports=exports.wired(aws),
        what_if=what_if.wired(aws),
        knowledge=knowledge.wired(aws),
        answers=answers.wired(aws),
        intake=intake.wired(aws),
        notices=notices.wired(aws),
        mail=mail.wired(aws),
        inbox=inbox.wired(aws),
        marks=marks.wired(aws),
        drafts=drafts.wired(aws),
        digests=digests.wired(aws),
        briefings=briefings.wired(aws),
        push=push.wired(aws),
        webhooks=webhooks.wired(aws),
        live=live.wired(aws),
        publishing=publishing.wired(aws),
    )


def _look_at(assigning: AssignmentPorts, person: PersonId, teams: Sequence[TeamId]) -> None:
    """Its queue is made for the first who is looked at: most functions only read people."""
    assigning.queue.look_at(person, teams)


def _new_ticket_id(region: str) -> TicketId:
    from helpdesk.foundation.platform.ids import new_ticket_id  # noqa: PLC0415 - only who opens tickets pays for it

    return new_ticket_id(region)


def _bundles() -> Sequence[Bundle]:
    from helpdesk.assembly.documents import BUNDLES  # noqa: PLC0415 - only who asks for settings pays for it

    return BUNDLES


def _hooks() -> Sequence[Hooks]:
    from helpdesk.assembly.hooks import ON_TICKETS  # noqa: PLC0415 - only who changes tickets pays for it

    return ON_TICKETS


def _writers() -> Writers:
    from helpdesk.assembly.writers import WRITERS  # noqa: PLC0415 - as above

    return WRITERS
