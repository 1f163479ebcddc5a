"""The keys of every item, and how values look inside them. Nobody else builds a key."""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Mapping
from typing import Any, Final

Text = dict[str, str]

Key = dict[str, Text]

RAW: Final = -15

FIRST: Final = b"\x01"
"""Packed by the words below, which are never edited: what is stored is read by them. Others have another number."""

_WORDS: Final = (
    b'"StateChanged","event":{"state":"solved","phase":"closed","previous":"pending","reason":"","TicketUpdated",'
    b'"MessageAdded","event":{"visibility":"internal","by":"requester","channel":"email","attachments":[],'
    b'"automatic":false,"via":"signed_in","html":"text_language":"de"}visibility":"public","by":"agent","channel":"portal",'
    b'"TicketAssigned","event":{"assignee":"previous":"reasons":["weighted_load"],"candidates":[{"person":"","held":0,"out":'
    b'"off_shift","score":[]},{"person":"busy","held":1,"out":"absent","score":[1000000.0,0.0,17]}],"others":["offline '
    b'"],"respond_by":"until":"TicketQueued","event":{"team":"reason":"nobody","again_at":"alert_at":"'
    b'service_request","impact":"high","urgency":"high","priority":"P1","level":"L2","kind":"problem","change","on_hold"'
    b'"id":"01K","ticket_id":"HD-8","version":1,"at":"2026-","region":"eu-central-1","epoch":1,"actor":{"id":"system:'
    b'assignment","role":"system","name":"","ticket_id":null,"only_teams":null},"role":"agent","role":"requester",'
    b'"event":{"kind":"incident","subject":"","state":"new","phase":"new","impact":"medium","urgency":"medium","priority":'
    b'"P3","level":"L1","team":"service-desk","rule":"default","requester":"","organization":"","channel":"web","language":'
    b'"en","category":"hardware","policy":"standard@1","attachments":[],"rules":[],"skills":[],"tags":[],"policy_pinned":'
    b'false,"assets":[]},"promise":{"next_deadline":"","next_clock":"resolution","wake_at":"","armed":2,"waiting":false,'
    b'"breached":["first_response"],"near_at":"","paused_since":"","answer_by":""},"topics":["person:","person:",'
    b'"team:service-desk","ticket:HD-8"],"correlation_id":"","causation_id":"","type":"TicketCreated"}'
    b'{"id":"HD-8","kind":"incident","subject":"","state":"open","phase":"open","priority":"P3","level":"L1","team":'
    b'"service-desk","assignee":"","assignee_name":null,"requester":"","requester_name":"","organization":null,"category":'
    b'null,"created_at":"2026-","updated_at":"2026-","next_deadline":"2026-","next_clock":"first_response","waiting":false,'
    b'"breached":[],"wake_at":"2026-","armed":1,"policy":"standard@1","policy_pinned":false,"channel":"email","tags":[],'
    b'"until":null,"plan":null,"answer_by":"2026-","revision":1,"near_at":"2026-","paused_since":null,"waits_since":"2026-'
    b'","answered":false}'
    b'{"id":"HD-8","version":1,"revision":1,"home_region":"eu-central-1","epoch":1,"kind":"incident","subject":"","state":'
    b'"open","phase":"open","impact":"low","urgency":"low","priority":"P4","level":"L1","team":"service-desk","requester":'
    b'"","assignee":"","organization":"","channel":"portal","language":"en","category":"software","policy":"standard@1",'
    b'"policy_pinned":false,"created_at":"2026-","updated_at":"2026-","state_since":"2026-","state_before":"new","skills":'
    b'[],"tags":[],"assets":[],"passed":[],"requester_name":"","requester_email":"","assignee_name":"","tape":"17c\\n0snew'
    b'/new\\n0pP3\\n0lL1\\n0ystandard@1\\n0sopen/open","fired":[],"climbs":[],"escalations":[],"promise":{"next_deadline":'
    b'"2026-00:00Z","next_clock":"first_response","wake_at":"2026-00:00Z","armed":1,"waiting":false,"breached":[],"near_at":'
    b'"2026-00Z","answer_by":"2026-00Z"}}'
)


def text(value: str) -> dict[str, str]:
    return {"S": value}


def packed(value: str) -> dict[str, bytes]:
    """JSON of a ticket, as short as it can be stored."""
    press = zlib.compressobj(wbits=RAW, memLevel=9, zdict=_WORDS)
    return {"B": FIRST + press.compress(value.encode()) + press.flush()}


def unpacked(value: Mapping[str, Any]) -> str:
    """The text that was packed, also as a stream shows it, in Base64; or that was stored as text. ValueError."""
    if "S" in value:
        return str(value["S"])
    stored = value["B"]
    content = b64decode(stored) if isinstance(stored, str) else bytes(stored)
    if content[:1] != FIRST:
        raise ValueError("It is packed by words that are not known here.")
    reader = zlib.decompressobj(wbits=RAW, zdict=_WORDS)
    try:
        text = reader.decompress(content[1:])
    except zlib.error as error:
        raise ValueError("It cannot be unpacked.") from error
    if not reader.eof:
        raise ValueError("The end of what was packed is missing.")
    return text.decode()


def number(value: float) -> dict[str, str]:
    return {"N": str(value)}


def holding(attribute: str, seen: Text | None) -> dict[str, Any]:
    """The condition that an attribute is what was read, or that there is none."""
    named = {"ExpressionAttributeNames": {"#held": attribute}}
    if seen is None:
        return {"ConditionExpression": "attribute_not_exists(#held)"} | named
    return {"ConditionExpression": "#held = :seen", "ExpressionAttributeValues": {":seen": seen}} | named


def item_key(pk: str, sk: str) -> Key:
    return {"pk": text(pk), "sk": text(sk)}


def ticket_pk(ticket_id: str) -> str:
    return f"T#{ticket_id}"
