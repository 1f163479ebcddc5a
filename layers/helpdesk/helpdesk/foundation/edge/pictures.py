"""Pictures in HTML that is cleaned: each is a file that came with the message, and stands where its writer put it.

What names one is `cid:` and the file's id, so that no reader loads anything from elsewhere.
"""

import re
from collections.abc import Callable, Collection, Mapping
from html import escape, unescape
from typing import Final

REFERENCE: Final = re.compile(r"cid:([0-9A-Za-z._-]{1,200})")

# As the cleaner writes them: a quote within an attribute is never one.
_PICTURE: Final = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')

_LINK: Final = re.compile(r'<a(?: [a-z]+="[^"]*")*>.*?</a>', re.DOTALL)


class UnknownPictureError(ValueError):
    """It is none of the files; said by what it is called."""


def kept(html: str) -> str:
    """Without pictures of elsewhere, and of nowhere."""
    return _each(html, lambda named, called: _picture(named, called) if named else "")


def placed(html: str, files: Mapping[str, tuple[str, str]]) -> str:
    """Each picture by the id that its file has from now on, and by its name. UnknownPictureError for one of none."""

    def replaced(named: str, called: str) -> str:
        if named not in files:
            raise UnknownPictureError(called or named)
        return _picture(*files[named])

    return _each(html, replaced)


def as_links(html: str, link: str, but: Collection[str] = ()) -> str:
    """For who cannot be shown them: the name of each, which leads to where they can; within a link, the name alone.
    Those that are called `but` stay.
    """

    def linked(named: str, called: str) -> str:
        name = escape(f"[{called}]")
        return _picture(named, called) if named in but else f'<a href="{escape(link)}">{name}</a>'

    return _each(_LINK.sub(lambda found: as_names(found[0], but), html), linked)


def as_names(html: str, but: Collection[str] = ()) -> str:
    """For who can see them nowhere: the name of each. Those that are called `but` stay."""
    return _each(html, lambda named, called: _picture(named, called) if named in but else escape(f"[{called}]"))


def _each(html: str, shown: Callable[[str, str], str]) -> str:
    """Every picture as `shown` has it: what names it, or nothing, and what it is called."""

    def replaced(found: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', found[1])}
        named = REFERENCE.fullmatch(attributes.get("src", ""))
        return shown(named[1] if named else "", attributes.get("alt", ""))

    return _PICTURE.sub(replaced, html)


def _picture(named: str, called: str) -> str:
    return f'<img src="cid:{named}" alt="{escape(called)}">'
