"""Mails that are written as pages: their words, and what of them may be shown.

The desk's own formatting (`foundation/edge/rich_text.py`) keeps thirteen tags; mails also have tables and pictures.
Nothing in what stays loads from elsewhere: a picture of another server has its address in `data-src` alone.
"""

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.channels.mail.rules.words.tangle import is_tangled, stripped

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

TAGS: Final = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "center", "code", "col", "colgroup", "dd", "del", "div", "dl",
    "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
})  # fmt: skip
_UNREAD: Final = frozenset({
    "applet", "audio", "canvas", "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea", "title", "video",
})  # fmt: skip
_CELL: Final = {"colspan", "rowspan"}
_ATTRIBUTES: Final = {
    "a": {"href", "title"}, "img": {"src", "data-src", "alt", "title", "width", "height"}, "ol": {"start"},
    "td": _CELL, "th": _CELL,
}  # fmt: skip
_NUMBERS: Final = {"colspan", "rowspan", "width", "height", "start"}
_PICTURE: Final = re.compile(
    r"cid:[^\s\"'<>]{1,300}|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE
)
_ELSEWHERE: Final = re.compile(r"https?://[^\s\"'<>]{1,4000}", re.IGNORECASE)

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_APART: Final = frozenset({
    "blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul",
})  # fmt: skip
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\n\r\f\xa0]+")
_LONGEST_LINK: Final = 120


class Page(Struct):
    text: str
    html: str | None = None


def read(page: str, most: int) -> Page:
    """A page that is too long or tangled is read as text alone."""
    if len(page) > most or is_tangled(page):
        return Page(_tidy(stripped(page)))
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only mails with a page pay for it

    parser = LexborHTMLParser(page)
    root = parser.root
    if root is None:
        return Page("")
    text = _Writer().written(root)
    for image in parser.css("img"):
        source = (image.attributes.get("src") or "").strip()
        image.attrs["data-src"] = source if _ELSEWHERE.fullmatch(source) else ""
    return Page(text, _cleaned(parser.html or ""))


def _cleaned(page: str) -> str:
    import nh3  # noqa: PLC0415 - see above

    return nh3.clean(
        page,
        tags=set(TAGS),
        clean_content_tags=set(_UNREAD),
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "tel", "cid", "data"},
        link_rel="noopener noreferrer nofollow",
    ).strip()


def _kept(tag: str, name: str, value: str) -> str | None:
    if name in _NUMBERS:
        return value if re.fullmatch(r"[0-9]{1,4}", value) else None
    if tag == "img" and name == "src":
        return value if _PICTURE.fullmatch(value) else None
    if name == "data-src":
        return value or None
    if name == "href":
        return value if re.match(r"(?:https?|mailto|tel):", value.strip(), re.IGNORECASE) else None
    return value


class _Writer:
    """The words of a tree, from the first node to the last, without going down by recursion."""

    def __init__(self) -> None:
        self._lines: list[str] = [""]
        self._quotes = 0
        self._as_written = 0

    def written(self, root: "LexborNode") -> str:
        node: LexborNode | None = root
        while node is not None:
            if (below := self._begin(node)) is not None:
                node = below
                continue
            while node is not None and node.next is None and node.mem_id != root.mem_id:
                self._end(node)
                node = node.parent
            if node is None or node.mem_id == root.mem_id:
                break
            self._end(node)
            node = node.next
        return _tidy("\n".join(self._lines))

    def _begin(self, node: "LexborNode") -> "LexborNode | None":
        """Writes what the node begins with; its first child, if that is read."""
        tag = node.tag or ""
        if node.is_text_node:
            self._words(node.text_content or "")
            return None
        if tag in _UNREAD or _HIDDEN.search(node.attributes.get("style") or ""):
            return None
        if tag == "br":
            self._line()
        elif tag == "img":
            self._words(node.attributes.get("alt") or "")
        elif tag in _BLOCKS:
            self._block(tag)
            self._quotes += tag == "blockquote"
            self._as_written += tag == "pre"
            if tag == "li":
                self._words("- ")
        return node.first_child

    def _end(self, node: "LexborNode") -> None:
        tag = node.tag or ""
        if tag == "a":
            self._address(node)
        elif tag in {"td", "th"}:
            self._words(" ")
        elif tag in _BLOCKS:
            self._block(tag)
            self._quotes -= tag == "blockquote" and self._quotes > 0
            self._as_written -= tag == "pre" and self._as_written > 0

    def _address(self, node: "LexborNode") -> None:
        href = (node.attributes.get("href") or "").strip()
        called = (node.text() or "").strip()
        if called and href.lower().startswith(("http:", "https:")) and len(href) <= _LONGEST_LINK:
            bare = href.partition("://")[2].rstrip("/")
            if bare not in called:
                self._words(f" ({href})")

    def _words(self, text: str) -> None:
        if self._as_written:
            first, *others = text.split("\n")
            self._lines[-1] += first
            for line in others:
                self._line()
                self._lines[-1] += line
            return
        words = _SPACE.sub(" ", text)
        self._lines[-1] += words.lstrip() if self._lines[-1].endswith(" ") or not self._lines[-1] else words

    def _line(self) -> None:
        self._lines[-1] = self._quoted(_ended(self._lines[-1]))
        self._lines.append("")

    def _block(self, tag: str) -> None:
        if self._lines[-1].strip():
            self._line()
        if tag in _APART and len(self._lines) > 1 and self._lines[-2].strip(" >"):
            self._line()

    def _quoted(self, line: str) -> str:
        return f"{'>' * min(self._quotes, 9)} {line}".rstrip() if self._quotes else line


def _ended(line: str) -> str:
    """A line that begins a signature ends with a space."""
    return line if line == "-- " else line.rstrip()


def _tidy(text: str) -> str:
    lines = [_ended(line) for line in text.replace("\xa0", " ").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
