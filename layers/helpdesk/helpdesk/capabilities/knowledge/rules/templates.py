"""How an article of a kind begins: what it has to say, each under a head of its own."""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence


class Template(StrEnum):
    HOW_TO = "how_to"
    KNOWN_ERROR = "known_error"


class Part(StrEnum):
    PURPOSE = "purpose"
    BEFORE = "before"
    STEPS = "steps"
    RESULT = "result"
    SYMPTOM = "symptom"
    CAUSE = "cause"
    WORKAROUND = "workaround"
    FIX = "fix"


PARTS: Final[Mapping[Template, Sequence[Part]]] = {
    Template.HOW_TO: (Part.PURPOSE, Part.BEFORE, Part.STEPS, Part.RESULT),
    Template.KNOWN_ERROR: (Part.SYMPTOM, Part.CAUSE, Part.WORKAROUND, Part.FIX),
}

_HEADS: Final[Mapping[str, Mapping[Part, str]]] = {
    "en": {
        Part.PURPOSE: "What it is for",
        Part.BEFORE: "Before you begin",
        Part.STEPS: "Steps",
        Part.RESULT: "How you see that it worked",
        Part.SYMPTOM: "Symptom",
        Part.CAUSE: "Cause",
        Part.WORKAROUND: "Workaround",
        Part.FIX: "Solution",
    },
    "de": {
        Part.PURPOSE: "Wozu es dient",
        Part.BEFORE: "Vorher",
        Part.STEPS: "Schritte",
        Part.RESULT: "Woran Sie sehen, dass es geklappt hat",
        Part.SYMPTOM: "Symptom",
        Part.CAUSE: "Ursache",
        Part.WORKAROUND: "Umgehung",
        Part.FIX: "Lösung",
    },
}
"""In other languages the heads are English, as much else of what is written first."""

_EMPTY: Final = {Part.STEPS: "<ol><li></li></ol>"}


def body(template: Template, language: str, said: Mapping[Part, str] = {}) -> str:
    """The text to go on from, as cleaned HTML: each part with what is said of it already, or room for it."""
    heads = _HEADS.get(language, _HEADS["en"])
    return "".join(
        f"<p><strong>{escape(heads[part])}</strong></p>{said.get(part) or _EMPTY.get(part, '<p></p>')}"
        for part in PARTS[template]
    )
