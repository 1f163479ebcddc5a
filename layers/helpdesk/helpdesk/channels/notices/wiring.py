"""Mail, and whose mails are, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.notices.ports import (
        DeadAddresses,
        Mailer,
        MailLedger,
        MailThreads,
        NoticePorts,
        WordingFaults,
    )
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> NoticePorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> NoticePorts:
    from helpdesk.channels.notices.ports import NoticePorts

    return NoticePorts(
        mailer=later(lambda: _mailer(aws)),
        threads=later(lambda: _threads(aws)),
        ledger=later(lambda: _ledger(aws)),
        dead=later(lambda: _dead(aws)),
        faults=later(lambda: _faults(aws)),
    )


def _threads(aws: Aws) -> MailThreads:
    from helpdesk.channels.notices.dynamodb.threads import DynamoMailThreads

    return DynamoMailThreads(aws.tables)


def _ledger(aws: Aws) -> MailLedger:
    from helpdesk.channels.notices.dynamodb.ledger import DynamoMailLedger

    return DynamoMailLedger(aws.tables)


def _dead(aws: Aws) -> DeadAddresses:
    from helpdesk.channels.notices.dynamodb.dead import DynamoDeadAddresses

    return DynamoDeadAddresses(aws.tables)


def _faults(aws: Aws) -> WordingFaults:
    from helpdesk.channels.notices.dynamodb.faults import DynamoWordingFaults

    return DynamoWordingFaults(aws.tables)


def _mailer(aws: Aws) -> Mailer:
    from helpdesk.channels.notices.rules.letterhead import BRAND
    from helpdesk.channels.notices.services import SesMailer

    env = aws.env
    return SesMailer(aws.client("sesv2"), env.needed("mail_from"), BRAND, env.needed("mail_configuration"))
