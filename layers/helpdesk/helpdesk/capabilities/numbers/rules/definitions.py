"""What a figure is: one definition in SQL, and the sentence that says it to people."""

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Unit(StrEnum):
    COUNT = "count"
    SECONDS = "seconds"
    SHARE = "share"
    MEAN = "mean"
    DOLLARS = "dollars"


class Figure(Struct, frozen=True, kw_only=True):
    """`sql` is an aggregate over the lines of its source."""

    name: str
    unit: Unit
    sql: str
    en: str
    de: str
    question: str | None = None
    """What finds the same tickets by search, where something does: `{days}` is the period."""


class Source(Struct, frozen=True, kw_only=True):
    """Lines that are counted, made of the tickets that were chosen. Each counts in the span in which its `moment` lies,
    or (a stock) in each at whose end it stands: `since` before it, and not `until` before it.
    """

    lines: str
    figures: tuple[Figure, ...]
    stock: bool = False


class Report(Struct, frozen=True, kw_only=True):
    name: str
    sources: tuple[Source, ...]
    groups: tuple[str, ...] = ()
    over_time: bool = False
    """Its groups have a line for each span of time, too."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for source in self.sources for figure in source.figures)


PLAIN: Final = ("team", "organization", "priority", "channel", "category", "policy", "handled_by")
"""By which lines are grouped, beside what their source has of its own."""

BY: Final = "{by}"
"""Where lines say by what they are grouped."""


def lines(what: str, where: str = "true") -> str:
    """Of the tickets that were chosen: what is counted of them, beside by what they are grouped."""
    return f"SELECT {BY}{what} FROM chosen WHERE {where}"


def count(name: str, en: str, de: str, sql: str = "count(*)", question: str | None = None) -> Figure:
    return Figure(name=name, unit=Unit.COUNT, sql=sql, en=en, de=de, question=question)


def share(name: str, sql: str, en: str, de: str) -> Figure:
    return Figure(name=name, unit=Unit.SHARE, sql=f"avg(CASE WHEN {sql} THEN 1.0 ELSE 0.0 END)", en=en, de=de)


def mean(name: str, sql: str, en: str, de: str) -> Figure:
    return Figure(name=name, unit=Unit.MEAN, sql=f"avg({sql})", en=en, de=de)


def dollars(name: str, sql: str, en: str, de: str) -> Figure:
    return Figure(name=name, unit=Unit.DOLLARS, sql=sql, en=en, de=de)


def spread(name: str, sql: str, en: str, de: str) -> tuple[Figure, ...]:
    """Half of them, nine of ten, and their mean. The sentences go on from what is measured."""
    said = (
        ("median", f"median({sql})", "Half of them took at most so long", "Die Hälfte dauerte höchstens so lange"),
        (
            "p90",
            f"quantile_cont({sql}, 0.9)",
            "Nine of ten took at most so long",
            "Neun von zehn dauerten höchstens so lange",
        ),
        ("mean", f"avg({sql})", "Their mean", "Der Durchschnitt"),
    )
    return tuple(
        Figure(name=f"{name}_{which}", unit=Unit.SECONDS, sql=counted, en=f"{first}: {en}", de=f"{erst}: {de}")
        for which, counted, first, erst in said
    )


def in_both(name: str, en: str, de: str) -> tuple[Figure, ...]:
    """By the clock on the wall, and in the open hours of the calendar of its policy."""
    return (
        *spread(f"{name}_calendar", "calendar", f"{en}, in calendar time.", f"{de}, in Kalenderzeit."),
        *spread(
            f"{name}_business",
            "business",
            f"{en}, in working time by the calendar of its promise; tickets without one are left out.",
            f"{de}, in Arbeitszeit nach dem Kalender seiner Zusage; Tickets ohne eine zählen nicht.",
        ),
    )
