"""Mail in on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.mail.ports import Arrivals, MailPorts, MailRegister, RawMails
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> MailPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> MailPorts:
    from helpdesk.channels.mail.ports import MailPorts

    return MailPorts(
        raw=later(lambda: _raw(aws)),
        register=later(lambda: _register(aws)),
        arrivals=later(lambda: _arrivals(aws)),
    )


def _raw(aws: Aws) -> RawMails:
    from helpdesk.channels.mail.services import S3RawMails

    return S3RawMails(aws.client("s3"), aws.env.needed("mail_bucket"))


def _register(aws: Aws) -> MailRegister:
    from helpdesk.channels.mail.dynamodb import DynamoMailRegister

    return DynamoMailRegister(aws.tables)


def _arrivals(aws: Aws) -> Arrivals:
    from helpdesk.channels.mail.services import SqsArrivals

    return SqsArrivals(aws.client("sqs"), aws.env.needed("mail_queue_url"))
