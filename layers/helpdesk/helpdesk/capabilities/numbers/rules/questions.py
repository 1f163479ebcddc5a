"""A report as questions in SQL: every figure of a source at once, for all spans, and by what they are grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.definitions import BY, PLAIN
from helpdesk.capabilities.numbers.rules.periods import BEFORE, TOTAL

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import date

    from helpdesk.capabilities.numbers.rules.definitions import Figure, Source
    from helpdesk.capabilities.numbers.rules.periods import Period


class Reach(Struct, frozen=True, kw_only=True):
    """Whose tickets somebody may have counted: all, or those that teams of theirs have or they themselves had."""

    everything: bool
    person: str
    teams: tuple[str, ...] = ()


class Filter(Struct, frozen=True, kw_only=True):
    team: str | None = None
    organization: str | None = None
    priority: str | None = None
    channel: str | None = None
    person: str | None = None
    """Who handled them."""


ID: Final = "id"
"""Of the ticket of a line."""


def lines_of(source: Source, chosen: str, groups: tuple[str, ...]) -> str:
    """The lines that all figures of a source are counted of, once for all ways of grouping them. One that happened is
    in one part at most, and in the whole or in the time before it.
    """
    by = "".join(f"{group}, " for group in groups if group in {*PLAIN, ID})
    lines = source.lines.replace(BY, by)
    if source.stock:
        return f"""WITH chosen AS (SELECT * FROM tickets WHERE {chosen} AND created_at < $latest)
            SELECT * FROM ({lines}) WHERE since < $latest AND (until IS NULL OR until >= $until)"""
    return f"""
        WITH chosen AS (SELECT * FROM tickets WHERE {chosen} AND created_at < $latest AND changed_at >= $earliest),
        happened AS (
            SELECT *, CASE WHEN moment >= $first THEN '{TOTAL}' ELSE '{BEFORE}' END AS period
            FROM ({lines}) WHERE moment >= $earliest AND moment < $latest
        ),
        parts AS (SELECT unnest($parts) AS part, unnest($starts) AS starts)
        SELECT happened.*, part FROM happened ASOF LEFT JOIN parts ON moment >= starts"""


def figures_of(source: Source, group: str | None = None, *, parts: bool = True) -> str:
    """The `span`, the `key` of the group and each figure, of what was `found`."""
    figures = f"{group or 'NULL'} AS key, " + ", ".join(f"{each.sql} AS {each.name}" for each in source.figures)
    key = f", {group}" if group else ""
    if source.stock:
        return _standing(figures, key, parts=parts)
    if not parts:
        return f"SELECT period AS span, {figures} FROM found GROUP BY period{key}"
    return f"""SELECT coalesce(period, part) AS span, {figures} FROM found
        GROUP BY GROUPING SETS ((period{key}), (part{key})) HAVING coalesce(period, part) IS NOT NULL"""


def _standing(figures: str, key: str, *, parts: bool) -> str:
    names, instants = f"['{TOTAL}', '{BEFORE}']", "[$latest, $until]"
    if parts:
        names, instants = f"$parts || {names}", f"$ends || {instants}"
    return f"""
        WITH spans AS (SELECT unnest({names}) AS span, unnest({instants}) AS ends)
        SELECT span, {figures} FROM found
        JOIN spans ON since < ends AND (until IS NULL OR until >= ends) GROUP BY span{key}"""


def groups_of(source: Source, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those that its lines know."""
    return tuple(group for group in wanted if group in PLAIN or f" AS {group}" in source.lines)


COLUMNS: Final = ("team", "organization", "priority", "channel")
"""What a filter asks for by their own names."""


def chosen_by(reach: Reach, wanted: Filter) -> str:
    conditions = [] if reach.everything else ["(handled_by = $person OR list_contains($teams, team))"]
    conditions += [f"{column} = ${column}" for column in COLUMNS if getattr(wanted, column) is not None]
    conditions += ["handled_by = $handler"] if wanted.person is not None else []
    return " AND ".join(conditions) or "true"


def values_of(reach: Reach, wanted: Filter) -> dict[str, object]:
    return {
        "person": reach.person,
        "teams": list(reach.teams),
        "handler": wanted.person,
        **{column: getattr(wanted, column) for column in COLUMNS},
    }


OPERATORS: Final = {
    "team": "team",
    "priority": "priority",
    "channel": "channel",
    "organization": "org",
    "category": "category",
}
"""Of search, by what lines are grouped by."""


def found_by(figure: Figure, period: Period, reach: Reach, wanted: Filter, today: date) -> str | None:
    """What finds by search the tickets that a figure counted: for who may not count all, those of their teams."""
    if figure.question is None or wanted.person is not None:
        return None
    if "{days}" not in figure.question and period.last < today:
        return None  # what stood there then cannot be looked for
    teams = (wanted.team,) if wanted.team else () if reach.everything else reach.teams
    conditions = [f"team:{','.join(teams)}"] if teams else []
    conditions += [condition(name, value) for name, value in _filtered(wanted) if value]
    return " ".join([*conditions, figure.question.format(days=f"{period.first}..{period.last}")])


def condition(group: str, key: str) -> str:
    return f'{OPERATORS[group]}:"{key}"' if " " in key else f"{OPERATORS[group]}:{key}"


def _filtered(wanted: Filter) -> tuple[tuple[str, str | None], ...]:
    return tuple((name, getattr(wanted, name)) for name in COLUMNS if name != "team")
