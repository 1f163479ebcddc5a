"""How a letter is written: whatever its words, each names the ticket and ends with the way to it. As a page it says the
same, with that way as its one button.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.channels.notices.rules.frame import FRAME, as_lines
from helpdesk.channels.notices.rules.letterhead import PLAIN, Letterhead
from helpdesk.channels.notices.rules.wording import Letter, Wording, Words
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

_LINES_OF_THEIR_OWN: Final = frozenset({"body", "choices", "standing", "signature", "link", "footer"})

_BODY: Final = "{body}"

_APART: Final = "\n\n"

LANGUAGES: Final = tuple(_FOOTER)


class Quoted(Struct, frozen=True, kw_only=True):
    """A message from before, as it stands below an answer. `when` is said in the reader's language."""

    author: str
    when: str
    body: str


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
    head: Letterhead = PLAIN,
    wording: Wording | None = None,
) -> Letter:
    """A letter about a ticket, to somebody who is `readable`. `html` is the body with its formatting, cleaned. It is in
    the product's words, or in those of `wording`: BrokenWordsError where no letter can be made of them.
    """
    places, pages = _places(template, ticket, reader, said, head)
    words = _own(wording, places, pages, html) if wording else _usual(template, reader.language, places, pages, html)
    return Letter(
        brand=head.brand,
        subject=words.subject,
        text=_APART.join([words.text, *(_quote(each, reader.language) for each in quoted)]),
        html=FRAME.substitute(
            language=reader.language,
            brand=escape(head.brand),
            words=words.page,
            link=escape(reader.link),
            button=_button(template, ticket)[reader.language],
            rest="" if template.to_staff else _REST[reader.language],
            quoted="".join(_quote_on_page(each, reader.language) for each in quoted),
        ),
    )


def _places(
    template: Template, ticket: Ticket, reader: Recipient, said: Mapping[str, str], head: Letterhead
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What can be said, and what that is on a page where it is not simply words: the footer is below all others."""
    footer = (_STAFF_FOOTER if template.to_staff else _FOOTER)[reader.language].format(link=reader.link)
    places = {
        "name": reader.name,
        "id": ticket.id,
        "subject": ticket.subject,
        "priority": ticket.priority.value,
        "brand": head.brand,
        "signature": head.signature,
        "link": reader.link,
        "footer": footer,
        **said,
    }
    link = f'<a href="{escape(reader.link)}">{escape(reader.link)}</a>'
    pages = {place: as_lines(what) for place, what in places.items() if place in _LINES_OF_THEIR_OWN}
    return places, pages | {"choices": _choices(places.get("choices", "")), "footer": "", "link": link}


def _usual(
    template: Template, language: str, raw: Mapping[str, str], pages: Mapping[str, str], html: str | None
) -> Words:
    """The product's words. Who signs does so before the footer, which a page has below its button."""
    signed = _APART.join(filter(None, [raw["signature"], raw["footer"]]))
    places = {place: what if place in _LINES_OF_THEIR_OWN else isolated(what) for place, what in raw.items()}
    shown = {**{place: as_lines(what) for place, what in places.items()}, **pages}
    parts = [part for part in template.texts[language].split(_APART) if part != "{footer}"]
    page = "".join(html if html and part == _BODY else f"<p>{escape(part).format(**shown)}</p>" for part in parts)
    return Words(
        subject=_subject(raw),
        text=template.texts[language].format(**places | {"footer": signed}),
        page=page + (f"<p>{shown['signature']}</p>" if raw["signature"] else ""),
    )


def _own(wording: Wording, places: Mapping[str, str], pages: Mapping[str, str], html: str | None) -> Words:
    from helpdesk.channels.notices.rules.own_words import words_of  # noqa: PLC0415 - only who has some pays for it

    return words_of(wording, places, pages, {"body": html} if html else {}, _subject(places))


def _subject(places: Mapping[str, str]) -> str:
    return f"[{places['id']}] {places['subject']}"


def not_enclosed(names: Sequence[str], language: str) -> str:
    """Which files of a message are not in the mail of it, and where they are."""
    return _NOT_ENCLOSED[language].format(files=", ".join(names))


def _quote(quoted: Quoted, language: str) -> str:
    """As mail programs quote, so that they fold it away."""
    lines = "\n".join(f"> {line}" for line in quoted.body.splitlines())
    return f"{_wrote(quoted, language)}\n{lines}"


def _quote_on_page(quoted: Quoted, language: str) -> str:
    body = f'<blockquote style="{_QUOTE}">{as_lines(quoted.body)}</blockquote>'
    return f'<p class="rest" style="margin:16px 0 4px">{escape(_wrote(quoted, language))}</p>{body}'


def _wrote(quoted: Quoted, language: str) -> str:
    return _WROTE[language].format(when=quoted.when, author=isolated(quoted.author))


def _button(template: Template, ticket: Ticket) -> Mapping[str, str]:
    if template.to_staff:
        return _STAFF_BUTTON
    return _BUTTON_BESIDE if template.beside else _BUTTONS.get(turn_of(ticket), _BUTTON)


def _choices(lines: str) -> str:
    """Each word leads where the address behind it does."""
    chosen = [line.rpartition(": ") for line in lines.splitlines()]
    return "<br>".join(f'<a href="{escape(link)}">{escape(word)}</a>' for word, _, link in chosen)
