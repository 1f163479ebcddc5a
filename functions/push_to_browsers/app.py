"""Tell open browsers that something they show has changed."""

from helpdesk.actions import live
from helpdesk.actions.live import News
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def push(fact: Fact) -> int:
    meta = fact.metadata
    news = News(
        event=fact.type,
        ticket_id=meta.ticket_id,
        version=meta.ticket_version,
        occurred_at=meta.occurred_at,
        topics=meta.topics,
        public=meta.public,
    )
    return live.tell(desk(), news)


handler = consumes(push)
