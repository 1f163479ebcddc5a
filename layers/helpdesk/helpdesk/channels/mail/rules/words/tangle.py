"""Whether HTML can be given to a parser: all of them take time that grows with the square of how deep it is nested."""

import html
import re
from collections import Counter
from typing import Final

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]*)>?")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_BETWEEN: Final = re.compile(r"[\s/]+")
# They end by themselves where the next of them begins, or have no end.
_FREE: Final = frozenset({
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "o:p",
    "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr",
})  # fmt: skip
_DEEPEST: Final = 256
_ATTRIBUTES: Final = 500
_UNREAD: Final = re.compile(r"<(/?)(?:script|style|head|title|template)\b[^<>]*>", re.IGNORECASE)
_BREAKS: Final = re.compile(
    r"<(?:br|p|/p|div|/div|tr|/tr|li|/li|h[1-6]|/h[1-6]|table|blockquote)\b[^<>]*>", re.IGNORECASE
)
_TAGS: Final = re.compile(r"<[^<>]*>")


def is_tangled(page: str) -> bool:
    """Whether it is nested deeper, or one of its tags has more attributes, than any program writes."""
    open_tags: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(page):
        name = tag[2].lower()
        if len(tag[3]) > _ATTRIBUTES and len(_BETWEEN.findall(_QUOTED.sub("", tag[3]))) > _ATTRIBUTES:
            return True
        if name in _FREE or tag[3].endswith("/"):
            continue
        if not tag[1]:
            open_tags[name] += 1
            depth += 1
        elif open_tags[name]:
            open_tags[name] -= 1
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


def stripped(page: str) -> str:
    """Its words, without a parser."""
    seen, depth, since = [], 0, 0
    for tag in _UNREAD.finditer(page):
        if depth == 0:
            seen.append(page[since : tag.start()])
        depth = max(depth - 1, 0) if tag[1] else min(depth + 1, 1)
        since = tag.end()
    if depth == 0:
        seen.append(page[since:])
    return html.unescape(_TAGS.sub("", _BREAKS.sub("\n", " ".join(seen))))
