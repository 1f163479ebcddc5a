"""Mail on AWS."""

from helpdesk.channels.notices.ports import Mailer
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> Mailer:
    return later(lambda: _mailer(aws))


def _mailer(aws: Aws) -> Mailer:
    from helpdesk.channels.notices.services import SesMailer

    return SesMailer(aws.client("sesv2"), aws.env.needed("mail_from"), "Helpdesk")
