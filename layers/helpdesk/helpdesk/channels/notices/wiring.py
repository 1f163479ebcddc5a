"""Mail on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.notices.ports import Mailer
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Mailer:
    return later(lambda: _mailer(aws))


def _mailer(aws: Aws) -> Mailer:
    from helpdesk.channels.notices.letters import BRAND
    from helpdesk.channels.notices.services import SesMailer

    env = aws.env
    return SesMailer(aws.client("sesv2"), env.needed("mail_from"), BRAND, env.needed("mail_configuration"))
