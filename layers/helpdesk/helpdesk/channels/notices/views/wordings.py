"""What the API gives of letters in words of one's own."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Literal

from helpdesk.channels.notices.actions.wordings import Held
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.requests import WordingWanted
from helpdesk.channels.notices.rules.places import (
    TITLES,
    described,
    places_of,
    reader_of,
    usual_body,
    usual_subject,
)
from helpdesk.channels.notices.rules.roundup import Kind, Roundup
from helpdesk.channels.notices.rules.wording import WordingFault
from helpdesk.channels.notices.settings import WORDINGS
from helpdesk.core.directory.views import Version, version_fields
from helpdesk.foundation.edge.outputs import View, shown_as
from helpdesk.foundation.settings.edition import Edition, Saved


class LetterPlace(View):
    """What a letter can speak of, as `{{ name }}`; described by language."""

    name: str
    description: dict[str, str]


class UsualWords(View):
    """What the product says where nothing is set."""

    subject: str
    body: str


class LetterKind(View):
    """A letter that is sent. `title` and `words` are by language. One that is not `of_ticket` is about several: it has
    words for all mailboxes alone, and no ticket shows how it looks.
    """

    name: str
    title: dict[str, str]
    to: Literal["requester", "participant", "staff"]
    of_ticket: bool
    places: list[LetterPlace]
    words: dict[str, UsualWords]


class LetterFault(View):
    """Of these words no letter could be made when one was last sent: it went out in the product's. `field` is where,
    code and values say why, `ticket` with what; None where it was about several.
    """

    letter: str
    language: str
    mailbox: str | None
    field: str
    code: str
    values: dict[str, str | int]
    ticket: str | None
    at: datetime


class LetterSettings(View):
    """`revision` is the ETag; 0 is built in. `languages` are those in which letters are written."""

    revision: int
    saved_at: datetime | None
    saved_by: str | None
    languages: list[str]
    letters: list[LetterKind]
    templates: list[WordingWanted]
    faults: list[LetterFault]


class LetterPreview(View):
    subject: str
    text: str
    html: str


class LetterVersion(Version):
    """A save, and how many letters it has words for. `name` is that of who saved it."""

    templates: int


class LetterVersions(View):
    """The newest first."""

    items: list[LetterVersion]


class LetterTemplates(View):
    """What was saved as this revision. Saved again it holds again."""

    revision: int
    templates: list[WordingWanted]


def settings_view(held: Held, letters: Mapping[str, Kind]) -> LetterSettings:
    edition = held.edition
    return LetterSettings(
        revision=edition.revision,
        saved_at=edition.saved_at,
        saved_by=edition.saved_by or None,
        languages=list(LANGUAGES),
        letters=[_kind(letters[name]) for name in _ordered(letters)],
        templates=_templates(edition),
        faults=[_fault(fault) for fault in held.faults],
    )


def version_view(saved: Saved, names: Mapping[str, str]) -> LetterVersion:
    return LetterVersion(**version_fields(saved, names), templates=len(saved.document.get("templates", ())))


def templates_view(edition: Edition) -> LetterTemplates:
    return LetterTemplates(revision=edition.revision, templates=_templates(edition))


def _templates(edition: Edition) -> list[WordingWanted]:
    return [shown_as(WordingWanted, each) for each in edition.of(WORDINGS).all]


def _ordered(letters: Collection[str]) -> list[str]:
    """As people look for them; one without a title comes last."""
    known = list(TITLES)
    return sorted(letters, key=lambda name: known.index(name) if name in TITLES else len(known))


def _kind(kind: Kind) -> LetterKind:
    return LetterKind(
        name=kind.name,
        title=dict(TITLES.get(kind.name, dict.fromkeys(LANGUAGES, kind.name))),
        to=reader_of(kind),
        of_ticket=not isinstance(kind, Roundup),
        places=[LetterPlace(name=name, description=dict(described(kind, name))) for name in places_of(kind)],
        words={
            language: UsualWords(subject=usual_subject(kind, language), body=usual_body(kind, language))
            for language in LANGUAGES
        },
    )


def _fault(fault: WordingFault) -> LetterFault:
    return shown_as(LetterFault, fault, values=dict(fault.values))
