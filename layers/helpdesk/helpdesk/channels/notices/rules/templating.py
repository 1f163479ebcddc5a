"""Words with places in them, in the language of Jinja2, or rather in a small part of it: places, conditions and a few
filters. Nothing repeats, calls or reaches into anything, so that what is made of a template is bounded by its length;
the sandbox is the second wall. Only who has words of their own imports this.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, TypeVar

from jinja2 import StrictUndefined, nodes
from jinja2 import Template as Compiled
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from helpdesk.channels.notices.rules.wording import (
    BEYOND,
    TOO_LONG_LETTER,
    TOO_MANY_PLACES,
    UNKNOWN_PLACE,
    UNREADABLE,
    UNWRITABLE,
)
from helpdesk.foundation.kernel.directions import isolated
from helpdesk.foundation.kernel.refusals import Refusal

T = TypeVar("T")

FILTERS: Final = ("capitalize", "default", "lower", "trim", "upper")

MOST_NODES: Final = 500

LARGEST: Final = 300_000
"""Characters of what is made of it."""

_ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter, nodes.If, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip

_OPERATORS: Final = frozenset({"eq", "ne", "in", "notin"})

_DEFAULT_TAKES: Final = 2
"""What to say instead, and whether also of what is empty."""

_OPEN, _CLOSE = "\x02", "\x03"
"""Around what is a block of its own on a page."""

_BLOCK: Final = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)

_MARKS: Final = re.compile(f"[{_OPEN}{_CLOSE}]")

_BETWEEN: Final = re.compile(r"\n[^\S\n]*\n\s*")


class TemplateFaultError(Exception):
    """Why nothing can be made of it."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


class Shown(str):
    """Words that stand in a letter as they are, and what they are on a page: a block of its own, or part of a line."""

    __slots__ = ("block", "html")

    html: str
    block: bool

    def __html__(self) -> Markup:
        page = _MARKS.sub("", self.html)
        return Markup(f"{_OPEN}{page}{_CLOSE}" if self.block else page)  # noqa: S704 - HTML that was cleaned or made here


def shown(words: str, html: str, *, block: bool = False) -> Shown:
    made = Shown(words)
    made.html, made.block = html, block
    return made


def check(source: str, known: Collection[str]) -> None:
    """That it can be read and speaks only of what is `known`; TemplateFaultError with the line where it does not."""
    line, found = 1, _nodes(_read(source))
    for node in found:
        line = node.lineno or line
        if not _may_stand(node):
            raise TemplateFaultError(BEYOND(line=line, known=", ".join(FILTERS)))
        if isinstance(node, nodes.Name) and node.name not in known:
            raise TemplateFaultError(UNKNOWN_PLACE(line=line, name=node.name[:60], known=", ".join(sorted(known))))
    if len(found) > MOST_NODES:
        raise TemplateFaultError(TOO_MANY_PLACES(most=MOST_NODES))
    _tried(lambda: (_compiled(source, html=False), _compiled(source, html=True)))


def places_in(source: str) -> frozenset[str]:
    return frozenset(node.name for node in _nodes(_read(source)) if isinstance(node, nodes.Name))


def as_text(source: str, places: Mapping[str, str]) -> str:
    return _made(source, places, html=False)


def as_page(source: str, places: Mapping[str, str]) -> str:
    """The same as paragraphs of HTML, in which all words are only words."""
    made = _made(source, places, html=True)
    parts = _BLOCK.split(made)
    return "".join(part if number % 2 else _paragraphs(part) for number, part in enumerate(parts))


def _paragraphs(words: str) -> str:
    parts = [_MARKS.sub("", part).strip() for part in _BETWEEN.split(words)]
    return "".join(f"<p>{part}</p>".replace("\n", "<br>") for part in parts if part)


def _made(source: str, places: Mapping[str, str], *, html: bool) -> str:
    template = _compiled(source, html=html)
    try:
        return _bounded(template.generate(**places))
    except TemplateFaultError:
        raise
    except Exception as error:
        raise TemplateFaultError(UNWRITABLE()) from error


def _bounded(made: Iterable[str]) -> str:
    parts, size = [], 0
    for part in made:
        size += len(part)
        if size > LARGEST:
            raise TemplateFaultError(TOO_LONG_LETTER(most=LARGEST))
        parts.append(part)
    return "".join(parts)


def _read(source: str) -> nodes.Template:
    return _tried(lambda: _environment(html=False).parse(_MARKS.sub("", source)))


def _tried(read: Callable[[], T]) -> T:
    """Who nests deep enough, or writes long numbers, stops the parser or Python itself; that is their fault, too."""
    try:
        return read()
    except Exception as error:
        raise TemplateFaultError(UNREADABLE(line=getattr(error, "lineno", None) or 1)) from error


def _nodes(tree: nodes.Template) -> list[nodes.Node]:
    return _tried(lambda: [tree, *tree.find_all(nodes.Node)])


def _may_stand(node: nodes.Node) -> bool:
    match node:
        case nodes.Filter():
            plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs) and len(node.args) <= _DEFAULT_TAKES
            takes = node.name == "default" and all(isinstance(each, nodes.Const) for each in node.args)
            return node.node is not None and node.name in FILTERS and plain and (takes or not node.args)
        case nodes.Const():
            return isinstance(node.value, str | bool)
        case nodes.Operand():
            return node.op in _OPERATORS
        case nodes.Name():
            return node.ctx == "load"
    return isinstance(node, _ALLOWED)


@lru_cache(maxsize=200)
def _compiled(source: str, *, html: bool) -> Compiled:
    environment = _environment(html=html)
    tree = _read(source)
    if html:
        for data in tree.find_all(nodes.TemplateData):
            data.data = str(escape(data.data))
    return _tried(lambda: environment.from_string(tree))


@cache
def _environment(*, html: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=html,
        finalize=_on_page if html else _in_text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals = {}
    environment.tests = {}
    return environment


def _in_text(value: object) -> str:
    """A name that runs right to left does not turn around what stands beside it."""
    return str(value) if isinstance(value, Shown) else isolated(_MARKS.sub("", str(value)))


def _on_page(value: object) -> object:
    if isinstance(value, Shown | Markup):
        return value
    words = str(escape(isolated(_MARKS.sub("", str(value)))))
    return Markup(words.replace("\n", "<br>"))  # noqa: S704 - they are escaped
