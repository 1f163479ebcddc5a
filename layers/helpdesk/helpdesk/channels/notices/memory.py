"""Mail, bus, timers, queues and files: what was handed over is kept for a test to look at."""

from helpdesk.channels.notices.ports import Mail


class MemoryMailer:
    """See ports.Mailer."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []

    def send(self, mail: Mail) -> str:
        self.sent.append(mail)
        return f"mail-{len(self.sent)}"
