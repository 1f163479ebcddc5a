"""The live connection of open browsers: who may open it, what it watches, when it closes."""

import json
from collections.abc import Mapping
from typing import Any

from chalice import Chalice
from chalice.app import WebsocketEvent
from helpdesk.assembly.desk import desk
from helpdesk.channels.live import actions as live
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel.errors import HelpdeskError

app = Chalice(app_name="helpdesk-live")
Answer = Mapping[str, Any]
REFUSED: Answer = {"statusCode": 403}
BAD: Answer = {"statusCode": 400}
DONE: Answer = {"statusCode": 200}


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
    """`watch` and `unwatch` name topics; `heartbeat` keeps an idle connection open.

    What is answered tells the browser that it is heard, and from when on it misses nothing.
    """
    try:
        asked = json.loads(event.body)
        action, topics = asked["action"], [str(topic) for topic in asked.get("topics", [])]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return BAD
    try:
        if action == "watch":
            revisions = live.watch(desk(), event.connection_id, topics)
            return _said({"type": "watching", "topics": topics, "revisions": revisions})
        if action == "unwatch":
            live.unwatch(desk(), event.connection_id, topics)
    except HelpdeskError as error:
        logger.info("refused", extra={"code": error.code})
        return REFUSED
    return _said({"type": "heartbeat"}) if action == "heartbeat" else DONE


def _said(answer: Mapping[str, Any]) -> Answer:
    """The gateway hands the body on to the browser."""
    return {**DONE, "body": json.dumps(answer)}


# Chalice's own entry point expects to serve every kind of event; the decorated functions take these three directly.
ROUTES = {"$connect": connect, "$disconnect": disconnect, "$default": message}


def handler(event: dict[str, Any], context: Any) -> Answer:
    route = event["requestContext"]["routeKey"]
    answer: Answer = ROUTES[route](event, context)
    logger.info("live", extra={"route": route, "status": answer["statusCode"]})
    return answer
