"""What can be asked for beside words: operators as they are typed, in English and German, and their values."""

from collections.abc import Mapping
from typing import Final

from helpdesk.core.tickets.rules.listing import WaitsFor
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Phase, Priority

FIELDS: Final = {
    "from": "from", "von": "from", "org": "organization", "organization": "organization", "firma": "organization",
    "team": "team", "assignee": "assignee", "bearbeiter": "assignee", "state": "state", "status": "state",
    "priority": "priority", "prio": "priority", "kind": "kind", "art": "kind", "tag": "tag", "schlagwort": "tag",
    "channel": "channel", "kanal": "channel", "with": "with", "participant": "with", "mit": "with",
    "asset": "asset", "ger\u00e4t": "asset",
    "file": "file", "datei": "file", "category": "category", "kategorie": "category", "level": "level",
    "is": "is", "ist": "is", "has": "has", "hat": "has", "waits": "waits", "wartet": "waits",
}  # fmt: skip
"""Operators as they are typed, and the marks they ask for."""

SHORT: Final = {"organization": "org"}

INSTANTS: Final = {
    "created": "created", "erstellt": "created", "changed": "changed", "ge\u00e4ndert": "changed",
    "due": "due", "f\u00e4llig": "due", "solved": "solved", "gel\u00f6st": "solved",
}  # fmt: skip

IS: Final = {
    "breached": "breached", "\u00fcberf\u00e4llig": "breached", "mine": "mine", "meins": "mine",
    "unassigned": "unassigned", "unzugewiesen": "unassigned", "open": "open", "offen": "open",
    "solved": "solved", "gel\u00f6st": "solved", "closed": "closed", "geschlossen": "closed",
    "waiting": "waiting", "wartend": "waiting", "followed": "followed", "verfolgt": "followed",
}  # fmt: skip

HAS: Final = {
    "attachment": "attachment", "anhang": "attachment", "asset": "asset", "ger\u00e4t": "asset",
    "note": "note", "notiz": "note",
}  # fmt: skip

WAITS: Final = {
    "us": WaitsFor.US, "uns": WaitsFor.US, "them": WaitsFor.REQUESTER, "requester": WaitsFor.REQUESTER,
    "kunde": WaitsFor.REQUESTER, "time": WaitsFor.TIME, "zeit": WaitsFor.TIME,
}  # fmt: skip

KEPT: Final[Mapping[str, Mapping[str, str]]] = {"is": IS, "has": HAS, "waits": WAITS}
"""Of these there is nothing else to ask for: another value is a word."""

MINE: Final = frozenset({"mine", "meine", "meins"})

OWN: Final = {"mine": "assignee", "followed": "with"}
"""What `is:` says of the reader, and the mark that has them."""

VALUES: Final[Mapping[str, frozenset[str]]] = {
    "state": frozenset({*Phase, "cancelled"}),
    "priority": frozenset(each.casefold() for each in Priority),
    "kind": frozenset(Kind),
    "channel": frozenset(Channel),
}
"""What there is of some marks; a question that is kept asks for nothing else."""
