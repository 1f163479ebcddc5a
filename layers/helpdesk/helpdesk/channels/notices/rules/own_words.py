"""A letter in an administrator's words."""

from collections.abc import Callable, Collection, Mapping
from typing import Final, TypeVar

from helpdesk.channels.notices.rules import templating
from helpdesk.channels.notices.rules.templating import TemplateFaultError, shown
from helpdesk.channels.notices.rules.wording import LONGEST_SUBJECT, BrokenWordsError, Wording, Words
from helpdesk.foundation.kernel.directions import unmarked
from helpdesk.foundation.kernel.text import is_visible

T = TypeVar("T")

WAYS: Final = frozenset({"footer", "link"})
"""By one of these who reads a letter finds the ticket."""


def check(wording: Wording, known: Collection[str]) -> None:
    """That a letter can be made of it; BrokenWordsError with the field where not."""
    _of("subject", lambda: templating.check(wording.subject, known))
    _of("body", lambda: templating.check(wording.body, known))


def words_of(
    wording: Wording, places: Mapping[str, str], pages: Mapping[str, str], blocks: Mapping[str, str], usual: str
) -> Words:
    """`places` are what can be said, `pages` what that is on a page where it is more than words; `blocks` those of them
    that stand there for themselves. What becomes of no visible subject is the `usual` one.
    """
    html = {**pages, **blocks}
    said = {
        place: shown(what, html[place], block=place in blocks) if place in html else what
        for place, what in places.items()
    }
    subject = " ".join(unmarked(_of("subject", lambda: templating.as_text(wording.subject, said))).split())
    text = _of("body", lambda: templating.as_text(wording.body, said)).strip("\n")
    if not _of("body", lambda: templating.places_in(wording.body)) & WAYS:
        text = f"{text}\n\n{places['footer']}"
    return Words(
        subject=subject[:LONGEST_SUBJECT] if is_visible(subject) else usual,
        text=text,
        page=_of("body", lambda: templating.as_page(wording.body, said)),
    )


def _of(field: str, made: Callable[[], T]) -> T:
    try:
        return made()
    except TemplateFaultError as error:
        raise BrokenWordsError(field, error.why) from error
