"""Settings of the topics: saved with all else of the desk, so that a form is made without a further request."""

from collections.abc import Sequence

from msgspec import to_builtins

from helpdesk.channels.intake.rules.topic import Topic
from helpdesk.channels.intake.rules.topic_check import check
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.channels.intake.settings.topics import TOPICS
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.settings.edition import Edition


def read(desk: Desk, by: Actor) -> Edition:
    roles.staff_only(by)
    return desk.settings.now(TOPICS.bundle)


def save(desk: Desk, by: Actor, topics: Sequence[Topic], revision: int | None) -> Edition:
    """The settings with these topics; refused with the place of what cannot be used.

    Raises SettingsMovedError for an old `revision`, and when they are saved by somebody else at the same moment.
    """
    roles.admin_only(by)
    now = desk.settings.now(TOPICS.bundle)
    following(revision, now.revision)
    check(topics, now.of(FORM).languages, [category.id for category in now.of(TERMS).categories])
    after = now.with_fields({"topics": to_builtins(topics)}, desk.clock.now(), by.id)
    desk.settings.save(now, after)
    return after
