"""The live connection of open browsers: who may open it, what it watches, who is where, when it closes."""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from chalice import Chalice
from chalice.app import WebsocketEvent
from helpdesk.assembly.desk import desk
from helpdesk.channels.chat.actions import line as chat
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.rules import Doing
from helpdesk.channels.marks import actions as marks
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel.errors import HelpdeskError
from helpdesk.foundation.kernel.vocabulary import TicketId
from msgspec import Meta, Struct, convert

app = Chalice(app_name="helpdesk-live")
Answer = Mapping[str, Any]
REFUSED: Answer = {"statusCode": 403}
BAD: Answer = {"statusCode": 400}
DONE: Answer = {"statusCode": 200}


class Said(Struct, frozen=True, kw_only=True):
    """`watch` and `unwatch` name topics. `here` says of one, a ticket, what somebody does there, and with `seen` up to
    which revision they have read it; it is said again before it lapses. `visiting` says the same of who is at it by the
    link of a chat, and `typing` that somebody at either end of one types. `heartbeat` keeps an idle connection
    open, and is answered.
    """

    action: str
    topics: Sequence[str] = ()
    doing: Doing = Doing.LOOKING
    seen: Annotated[int, Meta(ge=0, le=10**9)] | None = None


@app.on_ws_connect()
def connect(event: WebsocketEvent) -> Answer:
    query = event.to_dict().get("queryStringParameters") or {}
    actor = live.connect(desk(), query.get("ticket", ""), event.connection_id)
    return DONE if actor else REFUSED


@app.on_ws_disconnect()
def disconnect(event: WebsocketEvent) -> Answer:
    live.disconnect(desk(), event.connection_id)
    return DONE


@app.on_ws_message()
def message(event: WebsocketEvent) -> Answer:
    """What is answered tells the browser that it is heard, and from when on it misses nothing."""
    try:
        said = convert(json.loads(event.body), Said)
    except (ValueError, RecursionError):
        return BAD
    try:
        heard = _act(event.connection_id, said)
    except HelpdeskError as error:
        logger.info("refused", extra={"code": error.code})
        return REFUSED
    return _said(heard) if heard else DONE


def _said(answer: Mapping[str, Any]) -> Answer:
    """The gateway hands the body on to the browser."""
    return {**DONE, "body": json.dumps(answer)}


def _act(connection_id: str, said: Said) -> Mapping[str, Any] | None:
    """What the browser is to hear of it."""
    match said.action, said.topics:
        case "watch", topics:
            revisions = live.watch(desk(), connection_id, topics)
            here = live.who_is_where(desk(), topics)
            return {"type": "watching", "topics": topics, "revisions": revisions, "here": here}
        case "unwatch", topics:
            live.unwatch(desk(), connection_id, topics)
        case "here", [topic]:
            by = live.here(desk(), connection_id, topic, said.doing)
            if said.seen is not None:
                marks.see(desk(), by, TicketId(topic.removeprefix(live.TICKET)), said.seen)
        case "visiting", [topic]:
            chat.visiting(desk(), connection_id, topic, said.doing, said.seen)
        case "typing", [topic]:
            chat.typing(desk(), connection_id, topic)
        case "heartbeat", _:
            return {"type": "heartbeat"}
    return None


# Chalice's own entry point expects to serve every kind of event; the decorated functions take these three directly.
ROUTES = {"$connect": connect, "$disconnect": disconnect, "$default": message}


def handler(event: dict[str, Any], context: Any) -> Answer:
    route = event["requestContext"]["routeKey"]
    answer: Answer = ROUTES[route](event, context)
    logger.info("live", extra={"route": route, "status": answer["statusCode"]})
    return answer
