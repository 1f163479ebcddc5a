"""Mail: what was handed over is kept for a test to look at."""

from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules.telling import mailbox_of


class MemoryMailer:
    """See ports.Mailer. It knows no less of addresses than the mail service does."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []

    def send(self, mail: Mail) -> str:
        mailbox_of(mail.to_name, mail.to)
        self.sent.append(mail)
        return f"mail-{len(self.sent)}"
