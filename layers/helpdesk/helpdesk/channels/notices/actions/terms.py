"""What a company sets about the mail it sends."""

from msgspec import to_builtins

from helpdesk.channels.notices.settings import MAIL, MailTerms
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.settings.edition import Edition


def read(desk: Desk, by: Actor) -> Edition:
    roles.staff_only(by)
    return desk.settings.now(MAIL.bundle)


def save(desk: Desk, by: Actor, wanted: MailTerms, revision: int | None) -> Edition:
    """Raises SettingsMovedError for an old `revision`, and when somebody else saves at the same moment."""
    roles.admin_only(by)
    now = desk.settings.now(MAIL.bundle)
    following(revision, now.revision)
    after = now.with_fields(to_builtins(wanted), desk.clock.now(), by.id)
    desk.settings.save(now, after)
    return after
