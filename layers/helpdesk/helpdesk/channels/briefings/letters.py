"""A report as a mail: each figure beside what it was the time before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.channels.briefings.rules.briefing import Figures
from helpdesk.channels.briefings.rules.saying import NAMES, value_said
from helpdesk.channels.notices.rules.roundup import Roundup, Sheet, written
from helpdesk.channels.notices.rules.wording import Letter, Wording

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.numbers.rules.definitions import Figure
    from helpdesk.foundation.desk import Desk

SUBJECTS: Final = {"en": "{report}: {period}", "de": "{report}: {period}"}

TEXTS: Final = {
    "en": "Hello {name},\n\nthese are the figures of “{report}”, {period}:\n\n{figures}\n\n{footer}",
    "de": "Guten Tag {name},\n\ndas sind die Kennzahlen von „{report}“, {period}:\n\n{figures}\n\n{footer}",
}

HEADS: Final = {"en": ("Figure", "Now", "Before"), "de": ("Kennzahl", "Jetzt", "Zuvor")}

LINES: Final = {"en": "{name}: {now} (before: {before})", "de": "{name}: {now} (zuvor: {before})"}

FOOTER: Final = {
    "en": "All of it is in the table that comes with this mail. You chose to get it; change that at “By mail” on the "
    "page of figures:",
    "de": "Alles steht in der Tabelle, die mit dieser Mail kommt. Sie haben sie gewählt; ändern Sie das bei „Per Mail“ "
    "auf der Seite der Kennzahlen:",
}

BUTTON: Final = {"en": "Open the figures", "de": "Kennzahlen öffnen"}

CELL: Final = "padding:4px 12px 4px 0;text-align:start;vertical-align:top"


class Row(Struct, frozen=True, kw_only=True):
    name: str
    now: str
    before: str


def write(
    name: str,
    language: str,
    link: str,
    report: str,
    *,
    period: Period,
    of: Sequence[Figure],
    figures: Figures,
    wording: Wording | None = None,
) -> Letter:
    """The language is one of those in which letters are written. It is in the product's words, or in those of
    `wording`: BrokenWordsError where no letter can be made of them.
    """
    rows = _rows(language, of, figures)
    said = "\n".join(LINES[language].format(name=row.name, now=row.now, before=row.before) for row in rows)
    sheet = Sheet(
        language=language,
        places={"name": name, "report": report, "period": _days(period), "figures": said, "link": link},
        foreign=("name", "report"),
        pages={"figures": _table(language, rows)},
        button=BUTTON[language],
        footer=FOOTER[language],
        at=link,
    )
    return written(SUBJECTS, TEXTS, sheet, wording)


def _rows(language: str, of: Sequence[Figure], figures: Figures) -> list[Row]:
    names = NAMES[language]
    return [
        Row(
            name=names[figure.name],
            now=value_said(figures.total[figure.name], figure.unit, language),
            before=value_said(figures.before[figure.name], figure.unit, language),
        )
        for figure in of
        if figure.name in names
    ]


def _days(period: Period) -> str:
    return str(period.first) if period.first == period.last else f"{period.first} \u2013 {period.last}"


def _table(language: str, rows: Sequence[Row]) -> str:
    heads = "".join(f'<th scope="col" style="{CELL}">{escape(head)}</th>' for head in HEADS[language])
    lines = "".join(
        f'<tr><th scope="row" style="{CELL};font-weight:normal">{escape(row.name)}</th>'
        f'<td style="{CELL}">{escape(row.now)}</td><td style="{CELL}">{escape(row.before)}</td></tr>'
        for row in rows
    )
    return f'<table style="border-collapse:collapse"><tr>{heads}</tr>{lines}</table>'


def _example(desk: Desk, wording: Wording) -> Letter:
    of = REPORTS["flow"].figures
    return write(
        "Sofie Berg",
        wording.language,
        f"{desk.site_url}/agent/figures?page=teams",
        EXAMPLE[wording.language],
        period=Period(first=date(2026, 11, 23), last=date(2026, 11, 29), by=By.DAY, timezone="UTC"),
        of=of,
        figures=Figures(total={figure.name: 42 for figure in of}, before={figure.name: 36 for figure in of}, table=""),
        wording=wording,
    )


EXAMPLE: Final = {"en": "In and out", "de": "Zu- und Abgang"}

BRIEFING: Final = Roundup(
    name="briefing",
    subjects=SUBJECTS,
    texts=TEXTS,
    example=_example,
    says={
        "link": {"en": "Address of the page of these figures", "de": "Adresse der Seite dieser Kennzahlen"},
    },
)
