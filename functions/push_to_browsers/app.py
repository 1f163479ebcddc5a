"""Tell open browsers that something they show has changed."""

from helpdesk.assembly.desk import desk
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.actions import News
from helpdesk.foundation.edge.task import Delivery, consumes


def push(fact: Delivery) -> int:
    meta = fact.metadata
    news = News(
        event=fact.type,
        ticket_id=meta.ticket_id,
        version=meta.ticket_version,
        occurred_at=meta.occurred_at,
        topics=meta.watched,
        public=meta.public,
    )
    return live.tell(desk(), news)


handler = consumes(push)
