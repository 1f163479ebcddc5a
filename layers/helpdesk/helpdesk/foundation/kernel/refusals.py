"""Why a field is refused: a code for programs, a sentence for people, and what they speak of. Each reason once.

The web says them in the reader's language, by their codes.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

Values = Mapping[str, str | int]

REASONS: Final[dict[str, "Reason"]] = {}


class Refusal(str):
    """A reason said of something: its sentence, which also knows its code and values."""

    __slots__ = ("code", "sentence", "values")

    code: str
    sentence: str
    values: Values


class Reason(Struct, frozen=True):
    code: str
    text: str

    def __call__(self, **values: str | int) -> Refusal:
        said = Refusal(self.text.format(**values))
        said.code, said.values = self.code, values
        said.sentence = f"{self.text[:1].upper()}{self.text[1:]}.".format(**values)
        return said


def reason(code: str, text: str) -> Reason:
    """A reason of the module that calls; each code is one module's own."""
    if code in REASONS:
        raise ValueError(f"Two reasons are called {code}")
    REASONS[code] = Reason(code, text)
    return REASONS[code]


# The shape of what was written
UNKNOWN_FIELD: Final = reason("unknown_field", "is not known here; known are {known}")

NOT_TEXT: Final = reason("not_text", "must be a text that is not empty")

NOT_WHOLE: Final = reason("not_whole", "must be a whole number")

NOT_FLAG: Final = reason("not_flag", "must be true or false")

NOT_LIST: Final = reason("not_list", "must be a list")

NOT_TEXTS: Final = reason("not_texts", "must be a list of texts")

NOT_OBJECT: Final = reason("not_object", "must be an object")

OUT_OF_RANGE: Final = reason("out_of_range", "must be from {least} to {most}")

NOT_WHOLE_IN: Final = reason("not_whole_in", "must be a whole number from {least} to {most}")

NOT_ONE_OF: Final = reason("not_one_of", "must be one of {known}")

NO_VALUES: Final = reason("no_values", "must name at least one value")

TOO_MANY: Final = reason("too_many", "there may be at most {most}")

TOO_LARGE: Final = reason("too_large", "is too large: at most {most} characters")

TOO_DEEP: Final = reason("too_deep", "is nested too deep: at most {most} levels")

FAR_OFF: Final = reason("far_off", "must be in the years {first} to {last}")

BAD_ID: Final = reason("bad_id", "must be lower-case letters, digits and hyphens, at most 64")

TWICE: Final = reason("twice", "{name} stands here twice")

PASSED: Final = reason("passed", "this instant has passed")

OLD_CURSOR: Final = reason("cursor", "this cursor was not given for this list")
