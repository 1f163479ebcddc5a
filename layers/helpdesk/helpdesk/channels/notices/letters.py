"""How a letter is written: whatever its words, each names the ticket and ends with the way to it. As a page it says the
same, with that way as its one button.
"""

from collections.abc import Mapping, Sequence
from html import escape
from string import Template as Frame
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.letters import Recipient, Template
from helpdesk.core.tickets.rules.turn import Turn, turn_of
from helpdesk.foundation.kernel.directions import isolated

UNTOLD: Final = Template(
    name="untold",
    texts={
        "en": 'Mail about {id} "{subject}" ({priority}) cannot be sent to {untold}: the address is refused. Please '
        "tell them in another way, and have their address corrected.\n\n{footer}",
        "de": 'Mails zu {id} "{subject}" ({priority}) können nicht an {untold} gesendet werden: Die Adresse wird '
        "abgelehnt. Bitte geben Sie auf anderem Weg Bescheid und lassen Sie die Adresse berichtigen.\n\n{footer}",
    },
    to_staff=True,
)

LETTERS: Final = (UNTOLD,)

_FOOTER: Final = {
    "en": "Reply to this mail to add to the ticket, or see it here:\n{link}\n"
    "Whoever has this link can read the ticket and write on it in your name.",
    "de": "Antworten Sie auf diese Mail, um das Ticket zu ergänzen, oder sehen Sie es hier:\n{link}\n"
    "Wer diesen Link hat, kann das Ticket lesen und in Ihrem Namen darauf schreiben.",
}

_STAFF_FOOTER: Final = {"en": "Open the ticket:\n{link}", "de": "Ticket öffnen:\n{link}"}

_REST: Final = {
    "en": "Reply to this mail to add to the ticket. Whoever has the link in this mail can read the ticket and write on "
    "it in your name.",
    "de": "Antworten Sie auf diese Mail, um das Ticket zu ergänzen. Wer den Link in dieser Mail hat, kann das Ticket "
    "lesen und in Ihrem Namen darauf schreiben.",
}
"""The footer of a page, whose button is the link."""

_NOT_ENCLOSED: Final = {
    "en": "Not attached, but on the page of your request: {files}",
    "de": "Nicht angehängt, aber auf der Seite Ihrer Anfrage: {files}",
}

_QUOTE: Final = "margin:0;padding-left:12px;border-left:3px solid #8a9497"

_WROTE: Final = {"en": "On {when}, {author} wrote:", "de": "Am {when} schrieb {author}:"}

_STAFF_BUTTON: Final = {"en": "Open the ticket", "de": "Ticket öffnen"}

_BUTTON: Final = {"en": "See your request", "de": "Ihre Anfrage ansehen"}

_BUTTON_BESIDE: Final = {"en": "See the request", "de": "Anfrage ansehen"}

_BUTTONS: Final = {
    Turn.PENDING: {"en": "Answer", "de": "Antworten"},
    Turn.SOLVED: {"en": "Say whether it is solved", "de": "Sagen, ob es gelöst ist"},
}
"""Where it is for its requester to do something."""

_LINES_OF_THEIR_OWN: Final = frozenset({"body", "choices", "standing"})

_BODY: Final = "{body}"

_APART: Final = "\n\n"

LANGUAGES: Final = tuple(_FOOTER)

BRAND: Final = "Helpdesk"

_FRAME: Final = Frame("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>
:root { color-scheme: light dark; }
.ground { background: #f4f2ee; }
.sheet { background: #ffffff; color: #1d2426; }
.rest { color: #566063; }
img { max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) {
  .ground { background: #14191b; }
  .sheet { background: #1d2426; color: #eceae5; }
  .rest { color: #a9b2b4; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0"><tr>
<td align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" \
style="width:100%;max-width:560px;border-radius:12px;font:16px/24px 'Public Sans',Segoe UI,Arial,sans-serif"><tr>
<td style="padding:24px;overflow-wrap:anywhere;word-break:break-word">
<p style="margin:0 0 16px;font-weight:bold">$brand</p>
$words
<p style="margin:24px 0"><a class="button" href="$link" style="display:inline-block;padding:12px 24px;\
border-radius:8px;background:#14606a;color:#ffffff;font-weight:bold;text-decoration:none">$button</a></p>
<p class="rest" style="margin:0;font-size:13px;line-height:20px">$rest</p>
$quoted
</td></tr></table>
</td></tr></table>
</body>
</html>
""")


class Quoted(Struct, frozen=True, kw_only=True):
    """A message from before, as it stands below an answer. `when` is said in the reader's language."""

    author: str
    when: str
    body: str


class Letter(Struct, frozen=True, kw_only=True):
    subject: str
    text: str
    html: str


def by_name(*templates: Template) -> Mapping[str, Template]:
    """ValueError for a name that comes twice, and for words that are missing in a language."""
    found: dict[str, Template] = {}
    for template in templates:
        if found.setdefault(template.name, template) is not template or set(template.texts) != set(LANGUAGES):
            raise ValueError(f"{template.name} comes twice, or not in {LANGUAGES}")
    return found


def readable(reader: Recipient) -> Recipient:
    """Who reads a language that nothing is written in is written to in English, and in UTC whose zone is none."""
    from helpdesk.foundation.kernel.locales import is_zone  # noqa: PLC0415 - only who writes a letter pays for it

    language = reader.language if reader.language in LANGUAGES else "en"
    return replace(reader, language=language, timezone=reader.timezone if is_zone(reader.timezone) else "UTC")


def write(
    template: Template,
    ticket: Ticket,
    reader: Recipient,
    said: Mapping[str, str],
    html: str | None = None,
    quoted: Sequence[Quoted] = (),
) -> Letter:
    """A letter about a ticket, to somebody who is `readable`. `html` is the body with its formatting, cleaned."""
    words, footer = template.texts[reader.language], (_STAFF_FOOTER if template.to_staff else _FOOTER)[reader.language]
    places = {
        "name": isolated(reader.name),
        "id": ticket.id,
        "subject": isolated(ticket.subject),
        "priority": ticket.priority.value,
        "footer": footer.format(link=reader.link),
        **{place: what if place in _LINES_OF_THEIR_OWN else isolated(what) for place, what in said.items()},
    }
    return Letter(
        subject=f"[{ticket.id}] {ticket.subject}",
        text=_APART.join([words.format(**places), *(_quote(each, reader.language) for each in quoted)]),
        html=_page(template, ticket, reader, places, html, quoted),
    )


def not_enclosed(names: Sequence[str], language: str) -> str:
    """Which files of a message are not in the mail of it, and where they are."""
    return _NOT_ENCLOSED[language].format(files=", ".join(names))


def _quote(quoted: Quoted, language: str) -> str:
    """As mail programs quote, so that they fold it away."""
    lines = "\n".join(f"> {line}" for line in quoted.body.splitlines())
    return f"{_wrote(quoted, language)}\n{lines}"


def _quote_on_page(quoted: Quoted, language: str) -> str:
    body = f'<blockquote style="{_QUOTE}">{_lines(quoted.body)}</blockquote>'
    return f'<p class="rest" style="margin:16px 0 4px">{escape(_wrote(quoted, language))}</p>{body}'


def _wrote(quoted: Quoted, language: str) -> str:
    return _WROTE[language].format(when=quoted.when, author=isolated(quoted.author))


def _page(
    template: Template,
    ticket: Ticket,
    reader: Recipient,
    places: Mapping[str, str],
    body: str | None,
    quoted: Sequence[Quoted],
) -> str:
    language = reader.language
    shown = {place: _lines(what) for place, what in places.items()} | {"choices": _choices(places.get("choices", ""))}
    parts = [part for part in template.texts[language].split(_APART) if part != "{footer}"]
    return _FRAME.substitute(
        language=language,
        brand=escape(BRAND),
        words="".join(body if body and part == _BODY else f"<p>{escape(part).format(**shown)}</p>" for part in parts),
        link=escape(reader.link),
        button=_button(template, ticket)[language],
        rest="" if template.to_staff else _REST[language],
        quoted="".join(_quote_on_page(each, language) for each in quoted),
    )


def _button(template: Template, ticket: Ticket) -> Mapping[str, str]:
    if template.to_staff:
        return _STAFF_BUTTON
    return _BUTTON_BESIDE if template.beside else _BUTTONS.get(turn_of(ticket), _BUTTON)


def _lines(written: str) -> str:
    return escape(written).replace("\n", "<br>")


def _choices(lines: str) -> str:
    """Each word leads where the address behind it does."""
    chosen = [line.rpartition(": ") for line in lines.splitlines()]
    return "<br>".join(f'<a href="{escape(link)}">{escape(word)}</a>' for word, _, link in chosen)
