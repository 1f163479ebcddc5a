"""Topics as administrators see them."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import to_builtins

from helpdesk.channels.intake.requests.settings import TopicPlan
from helpdesk.channels.intake.rules.topic import Topic
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.settings.edition import Edition


class TopicSettings(View):
    """`revision` is the ETag; 0 is built in. It is that of all settings that are saved together with these."""

    revision: int
    saved_at: datetime | None
    saved_by: str | None
    topics: list[TopicPlan]


def settings_view(edition: Edition, topics: Sequence[Topic]) -> TopicSettings:
    return TopicSettings(
        revision=edition.revision,
        saved_at=edition.saved_at,
        saved_by=edition.saved_by or None,
        topics=[TopicPlan.model_validate(to_builtins(topic)) for topic in topics],
    )
