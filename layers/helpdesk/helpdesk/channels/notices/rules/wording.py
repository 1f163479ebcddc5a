"""Letters in an administrator's words: for which letter, in which language and of which mailbox they stand."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.encoding import digest, encode
from helpdesk.foundation.kernel.refusals import Refusal, Values, reason
from helpdesk.foundation.kernel.vocabulary import TicketId

LONGEST_SUBJECT: Final = 250

LONGEST_BODY: Final = 10_000

MOST_WORDINGS: Final = 500

NO_LETTER: Final = reason("no_letter", "there is no letter {name}")

NO_MAILBOX: Final = reason("no_mailbox", "there is no mailbox {name}")

OF_MANY: Final = reason("letter_of_many", "letter {name} is about several tickets, not about one or those of a mailbox")

UNREADABLE: Final = reason("unreadable_template", "line {line} cannot be read: something is not closed or not known")

UNKNOWN_PLACE: Final = reason("unknown_place", "line {line}: this letter knows nothing of {name}; it knows {known}")

BEYOND: Final = reason(
    "beyond_template",
    "line {line}: only what the letter knows, if, and, or, not and the filters {known} can stand here",
)

TOO_MANY_PLACES: Final = reason("too_many_places", "there may be at most {most} places and conditions")

TOO_LONG_LETTER: Final = reason("too_long_letter", "it becomes longer than {most} characters")

UNWRITABLE: Final = reason("unwritable_letter", "no letter could be made of it with what was to be said")


class Wording(Struct, frozen=True, kw_only=True):
    """Words of a letter instead of the product's own. Without a `mailbox` they hold wherever no others do."""

    letter: str
    language: str
    mailbox: str | None = None
    subject: str
    body: str

    @property
    def place(self) -> tuple[str, str, str]:
        return self.letter, self.language, self.mailbox or ""

    @property
    def edition(self) -> str:
        """By what it is known whether something was said of these very words."""
        return digest(encode(self))


class Words(Struct, frozen=True, kw_only=True):
    """What a letter says, as text and as paragraphs of a page."""

    subject: str
    text: str
    page: str


class Letter(Struct, frozen=True, kw_only=True):
    """As it is sent."""

    brand: str
    subject: str
    text: str
    html: str


class WordingFault(Struct, frozen=True, kw_only=True):
    """Why a letter was sent in the product's own words: the field that failed, and with what ticket, if with one."""

    letter: str
    language: str
    mailbox: str | None
    edition: str
    field: str
    code: str
    values: Values = {}
    ticket: TicketId | None
    at: datetime

    @property
    def place(self) -> tuple[str, str, str]:
        return self.letter, self.language, self.mailbox or ""


class BrokenWordsError(Exception):
    """No letter can be made of these words: the field, and why."""

    def __init__(self, field: str, why: Refusal) -> None:
        super().__init__(field, why)
        self.field = field
        self.why = why


class Wordings(Struct, frozen=True, kw_only=True):
    """All that are set."""

    all: tuple[Wording, ...] = ()

    def find(self, letter: str, language: str, mailbox: str | None) -> Wording | None:
        """Those of a mailbox come before those of all."""
        found = [each for each in self.all if (each.letter, each.language) == (letter, language)]
        wanted = [each for each in found if each.mailbox in {None, mailbox}]
        return max(wanted, key=lambda each: each.mailbox is not None, default=None)
