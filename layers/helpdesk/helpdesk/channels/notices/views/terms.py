from helpdesk.channels.notices.requests import MailPlan


class MailSettings(MailPlan):
    """`revision` is the ETag."""

    revision: int
