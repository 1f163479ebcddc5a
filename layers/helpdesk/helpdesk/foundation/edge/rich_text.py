"""HTML that people wrote: what stays of it, and what it says in plain text. Only who is sent some imports this."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Final

import nh3
from msgspec import Struct

from helpdesk.foundation.edge import pictures

Attributes = dict[str, str | None]

TAGS: Final = frozenset(
    {"a", "b", "blockquote", "br", "code", "em", "i", "img", "li", "ol", "p", "pre", "strong", "ul"}
)

DEEPEST: Final = 20  # levels; nobody writes deeper, and readers' programs go down them one by one

_ROUNDS: Final = 8

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def _kept(_tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "start":
            return value if re.fullmatch(r"[0-9]{1,4}", value) else None
        case "href":
            return None if value.strip().lower().startswith("cid:") else value
    return value


_CLEANER: Final = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script", "style", "title", "template", "textarea", "noscript", "iframe", "object", "svg"},
    attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
    attribute_filter=_kept,
    url_schemes={"http", "https", "mailto", "cid"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow",
)


class TangledError(ValueError):
    """It is nested deeper than anybody writes, or reads differently each time that it is cleaned."""


def cleaned(html: str) -> str:
    """What may be shown to anybody. Cleaning it again changes nothing, so no reader sees other tags than we did."""
    before, after = "", _CONTROLS.sub("", html.replace("\r\n", "\n").replace("\r", "\n"))
    for _ in range(_ROUNDS):
        # A parser drops the line break after <pre>, each time another one.
        before, after = after, re.sub(r"<pre>\n+", "<pre>", pictures.kept(_CLEANER.clean(after)))
        if after == before:
            break
    if after != before or _read(after).deepest > DEEPEST:
        raise TangledError
    return after


def plain(html: str) -> str:
    """The words of cleaned HTML: paragraphs apart, lists and quotes by the signs that one types for them, of a picture
    its name, and the address of a link behind what it is called.
    """
    return _read(html).text()


def _read(html: str) -> "_Reader":
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


class _Margin(Struct):
    """What stands before each line of a quote or of a point in a list."""

    tag: str
    first: str
    then: str
    used: bool = False


class _Link(Struct):
    """What it leads to, where it begins on this line, and what it is called on the lines before."""

    href: str
    since: int
    called: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.deepest = 0
        self._level = 0
        self._lines: list[str] = []
        self._line: list[str] = []
        self._margins: list[_Margin] = []
        self._lists: list[int | None] = []
        self._links: list[_Link] = []
        self._gap = False
        self._as_written = 0

    def text(self) -> str:
        self._break()
        return "\n".join(self._lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._write()
            return
        if tag == "img":
            self._line.append(f"[{' '.join((dict(attrs).get('alt') or '').split())}]")
            return
        self._level += 1
        self.deepest = max(self.deepest, self._level)
        if tag == "a":
            self._links.append(_Link(dict(attrs).get("href") or "", len(self._line)))
        elif begin := _BEGINS.get(tag):
            self._break()
            begin(self, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._level -= 1
        if tag == "a" and self._links:
            self._name_address(self._links.pop())
        elif end := _ENDS.get(tag):
            self._break()
            end(self)

    def handle_data(self, data: str) -> None:
        if self._as_written:
            first, *others = data.split("\n")
            self._line.append(first)
            for line in others:
                self._write()
                self._line.append(line)
        else:
            self._line.append(re.sub(r"[ \t\n]+", " ", data))

    def begin_block(self, _attrs: Attributes) -> None:
        # The first block of a quote or a point stands on its first line.
        if not self._margins or self._margins[-1].used:
            self._gap = True

    def end_block(self) -> None:
        self._gap = True

    def begin_preformatted(self, attrs: Attributes) -> None:
        self.begin_block(attrs)
        self._as_written += 1

    def end_preformatted(self) -> None:
        self._as_written -= 1
        self.end_block()

    def begin_quote(self, attrs: Attributes) -> None:
        self.begin_block(attrs)
        self._margins.append(_Margin("blockquote", "> ", "> "))

    def begin_list(self, attrs: Attributes) -> None:
        if self._lists:
            self._gap = False
        else:
            self.begin_block(attrs)
        self._lists.append(None)

    def end_list(self) -> None:
        if self._lists:
            self._lists.pop()
        self._gap = not self._lists

    def begin_numbers(self, attrs: Attributes) -> None:
        self.begin_list(attrs)
        self._lists[-1] = int(attrs.get("start") or 1)

    def begin_point(self, _attrs: Attributes) -> None:
        number = self._lists[-1] if self._lists else None
        sign = "- " if number is None else f"{number}. "
        self._margins.append(_Margin("li", sign, " " * len(sign)))
        if number is not None:
            self._lists[-1] = number + 1

    def end_margin(self, tag: str) -> None:
        if self._margins and self._margins[-1].tag == tag:
            self._margins.pop()
        self._gap = tag == "blockquote"

    def _name_address(self, link: _Link) -> None:
        href, called = link.href, f"{link.called}{''.join(self._line[link.since :])}".strip()
        if href and called not in {href, href.removeprefix("mailto:")}:
            self._line.append(f" ({href})" if called else href)

    def _break(self) -> None:
        """Ends a line on which something stands."""
        if "".join(self._line).strip(" "):
            self._write()
        self._next_line()

    def _write(self) -> None:
        if self._gap and self._lines:
            self._lines.append("".join(margin.then for margin in self._margins if margin.used).rstrip())
        self._gap = False
        words = "".join(self._line)
        before = "".join(self._margin(margin) for margin in self._margins)
        self._lines.append(f"{before}{words.rstrip() if self._as_written else words.strip(' ')}".rstrip(" "))
        self._next_line()

    def _next_line(self) -> None:
        for link in self._links:
            link.called += "".join(self._line[link.since :]) + "\n"
            link.since = 0
        self._line.clear()

    def _margin(self, margin: _Margin) -> str:
        shown, margin.used = margin.then if margin.used else margin.first, True
        return shown


_BEGINS: Final[dict[str, Callable[[_Reader, Attributes], None]]] = {
    "p": _Reader.begin_block,
    "pre": _Reader.begin_preformatted,
    "blockquote": _Reader.begin_quote,
    "ul": _Reader.begin_list,
    "ol": _Reader.begin_numbers,
    "li": _Reader.begin_point,
}

_ENDS: Final[dict[str, Callable[[_Reader], None]]] = {
    "p": _Reader.end_block,
    "pre": _Reader.end_preformatted,
    "blockquote": lambda reader: reader.end_margin("blockquote"),
    "ul": _Reader.end_list,
    "ol": _Reader.end_list,
    "li": lambda reader: reader.end_margin("li"),
}
