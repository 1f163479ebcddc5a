"""A language that does not exist, made of the English texts: every word longer, with accents, and in letters one can
read. Whatever language comes will have room.
"""

import re
from typing import Final

from playwright.sync_api import Page, Route

TEXTS: Final = "**/assets/*language-en-*.js"  # the build names them so
TEXT: Final = re.compile(r"`((?:[^`\\]|\\.)*)`")
# Names of values and of other texts, tags, and signs that are written as code stay what they are.
PART: Final = re.compile(r"\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]*>|\\.|&\w+;")
LONGER: Final = str.maketrans({vowel: long * 2 for vowel, long in zip("aeiouyAEIOUY", "áéîöüýÀÉÎÖÜÝ", strict=True)})


def in_other_words(text: str) -> str:
    """About two fifths longer."""
    kept = [*(part.group() for part in PART.finditer(text)), ""]
    return "".join(words.translate(LONGER) + part for words, part in zip(PART.split(text), kept, strict=True))


def spoken(page: Page) -> None:
    """From the next address on, instead of English."""
    page.route(TEXTS, _translated)


def _translated(route: Route) -> None:
    answer = route.fetch()
    body = TEXT.sub(lambda text: f"`{in_other_words(text.group(1))}`", answer.text())
    route.fulfill(response=answer, body=body)
