"""The ladders of a desk, and the file of one: made a Ladder, or refused with place and reason."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Final

from helpdesk.capabilities.ladders.rules.ladder import Ladder, Ladders
from helpdesk.capabilities.ladders.rules.step import Action, ActionKind, Rung
from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.rules.policy import ANY, BREACH, Agreement, ClockName
from helpdesk.core.clocks.rules.refusals import NO_CLOCK
from helpdesk.core.clocks.settings.policy_file import CONDITIONS, compared
from helpdesk.core.staffing.rules.refusals import NO_TEAM
from helpdesk.foundation.kernel.network import may_be_public, target
from helpdesk.foundation.kernel.reading import Reader, SettingError, read
from helpdesk.foundation.kernel.refusals import NO_VALUES, NOT_ONE_OF, OUT_OF_RANGE, reason
from helpdesk.foundation.kernel.vocabulary import Level, Priority
from helpdesk.foundation.settings.documents import File, Settings, Shelf

NO_LADDER: Final = reason("no_ladder", "there is no ladder {name}")

LOOPS_AT_ONCE: Final = reason("loops_at_once", "loops without a pause: at least {least} to be repeated")

NEVER_REACHED: Final = reason("never_reached", "is never reached: the last step is repeated")

BAD_BEGINNING: Final = reason("bad_beginning", "must name priorities, of {known}, and no clock beside it")

BAD_STEP: Final = reason("bad_step", "must be breach, or a warning such as 75% or 60m")

BAD_PAUSE: Final = reason("bad_pause", "must be at most a year, and not negative")

DOES_NOTHING: Final = reason("does_nothing", "do nothing")

NOT_TRUE: Final = reason("not_true", "must be true")

BAD_WHOM: Final = reason("bad_whom", "must be assignee, on_call, team:<id> or person:<id>")

BAD_ADDRESS: Final = reason("bad_address", "must be a plain https address")

NOT_PUBLIC: Final = reason("not_public", "{host} is not a public address of the internet")

LOOPS: Final = reason("loops", "loops: {chain}")

FIELDS: Final = frozenset({"id", "version", "name", "when", "conditions", "steps", "repeat", "then"})

STEP_FIELDS: Final = frozenset({"after_seconds", "calendar", "actions"})

LONGEST: Final = 366 * 86_400

MOST_STEPS: Final = 20

SHORTEST_REPEAT: Final = 60  # seconds

MOST_ACTIONS: Final = 50

_WARNING: Final = re.compile(r"[0-9]{1,9}[%m]")

LEVELS: Final = frozenset({"next", Level.L2, Level.L3})


class LadderError(SettingError):
    """A ladder that cannot be used."""


def parse_ladder(
    mapping: object, calendars: Collection[str] | None = None, teams: Collection[str] | None = None, place: str = ""
) -> Ladder:
    """The ladder a file describes. `calendars` and `teams` are those that exist; without them any name passes."""
    reader = read(mapping, place, LadderError)
    reader.only(FIELDS)
    clock, step, created = _when(reader.inner("when"))
    rungs = _rungs(reader, calendars, teams)
    repeat = reader.flag("repeat", default=False)
    if repeat and rungs[-1].after < timedelta(seconds=SHORTEST_REPEAT):
        reader.refuse(f"steps[{len(rungs) - 1}].after_seconds", LOOPS_AT_ONCE(least=SHORTEST_REPEAT))
    then = reader.text("then", " ").strip()
    if repeat and then:
        reader.refuse("then", NEVER_REACHED())
    return Ladder(
        id=reader.text("id"),
        version=reader.integer("version", 1),
        name=reader.text("name", reader.text("id")),
        clock=clock,
        step=step,
        created=created,
        conditions=_conditions(reader.inner("conditions")),
        rungs=rungs,
        repeat=repeat,
        then=then,
    )


def _when(reader: Reader) -> tuple[str, str, frozenset[str]]:
    """`{"clock": ..., "step": ...}`, or `{"created": [priorities]}`."""
    reader.only(frozenset({"clock", "step", "created"}))
    if reader.has("created"):
        wanted = reader.texts("created")
        if reader.has("clock") or not wanted or not set(wanted) <= set(Priority):
            reader.refuse("created", BAD_BEGINNING(known=", ".join(Priority)))
        return "", "", frozenset(wanted)
    clock, step = reader.text("clock"), reader.text("step", BREACH)
    if clock not in {ANY, *ClockName} and not clock.startswith(tuple(f"{name}_" for name in Agreement)):
        reader.refuse("clock", NO_CLOCK(name=clock))
    if step != BREACH and not _WARNING.fullmatch(step):
        reader.refuse("step", BAD_STEP())
    return clock, step, frozenset()


def _conditions(reader: Reader) -> dict[str, frozenset[str]]:
    reader.only(CONDITIONS - {"plan"} | {"priority", "level"})
    found = {key: compared(key, reader.texts(key)) for key in reader.fields}
    for key, wanted in found.items():
        if not wanted:
            reader.refuse(key, NO_VALUES())
    return found


def _rungs(reader: Reader, calendars: Collection[str] | None, teams: Collection[str] | None) -> tuple[Rung, ...]:
    items = reader.items("steps")
    if not 0 < len(items) <= MOST_STEPS:
        reader.refuse("steps", OUT_OF_RANGE(least=1, most=MOST_STEPS))
    places = [reader.at(f"steps[{index}]") for index in range(len(items))]
    return tuple(_rung(read(item, at, LadderError), calendars, teams) for at, item in zip(places, items, strict=True))


def _rung(reader: Reader, calendars: Collection[str] | None, teams: Collection[str] | None) -> Rung:
    reader.only(STEP_FIELDS)
    seconds = reader.integer("after_seconds", 0)
    if not 0 <= seconds <= LONGEST:
        reader.refuse("after_seconds", BAD_PAUSE())
    calendar = reader.text("calendar", " ").strip()
    if calendar and calendars is not None and calendar not in calendars:
        reader.refuse("calendar", NO_CALENDAR(name=calendar))
    items = reader.items("actions", MOST_ACTIONS)
    if not items:
        reader.refuse("actions", DOES_NOTHING())
    actions = [
        _action(read(item, reader.at(f"actions[{index}]"), LadderError), teams) for index, item in enumerate(items)
    ]
    return Rung(after=timedelta(seconds=seconds), calendar=calendar, actions=tuple(actions))


def _action(reader: Reader, teams: Collection[str] | None) -> Action:
    reader.only(frozenset(ActionKind))
    if len(reader.fields) != 1:
        raise LadderError(reader.place, NOT_ONE_OF(known=", ".join(ActionKind)))
    kind = ActionKind(next(iter(reader.fields)))
    if kind is ActionKind.RAISE_PRIORITY:
        if not reader.flag(kind, default=False):
            reader.refuse(kind, NOT_TRUE())
        return Action(kind=kind, value="")
    value = reader.text(kind)
    _CHECKS[kind](reader, value, teams)
    return Action(kind=kind, value=value)


def _check_whom(reader: Reader, value: str, teams: Collection[str] | None) -> None:
    sort, _, name = value.partition(":")
    if sort == "team" and name:
        _check_team(reader, name, teams, ActionKind.NOTIFY)
    elif not (value in {"assignee", "on_call"} or (sort == "person" and name)):
        reader.refuse(ActionKind.NOTIFY, BAD_WHOM())


def _check_level(reader: Reader, value: str, _: Collection[str] | None) -> None:
    if value not in LEVELS:
        reader.refuse(ActionKind.MOVE_LEVEL, NOT_ONE_OF(known=", ".join(sorted(LEVELS))))


def _check_team(
    reader: Reader, value: str, teams: Collection[str] | None, kind: ActionKind = ActionKind.REASSIGN
) -> None:
    if teams is not None and value not in teams:
        reader.refuse(kind, NO_TEAM(name=value))


def _check_address(reader: Reader, value: str, _: Collection[str] | None) -> None:
    if target(value) is None:
        reader.refuse(ActionKind.WEBHOOK, BAD_ADDRESS())


_CHECKS: Final = {
    ActionKind.NOTIFY: _check_whom,
    ActionKind.MOVE_LEVEL: _check_level,
    ActionKind.REASSIGN: _check_team,
    ActionKind.WEBHOOK: _check_address,
}


def check_addresses(ladders: Sequence[tuple[str, Ladder]]) -> None:
    """No setting calls into our own network. Asked of what is saved: what was saved before is still read."""
    for place, ladder in ladders:
        for step, rung in enumerate(ladder.rungs):
            for number, action in enumerate(rung.actions):
                to = target(action.value) if action.kind is ActionKind.WEBHOOK else None
                if to and not may_be_public(to.host):
                    raise LadderError(f"{place}.steps[{step}].actions[{number}].webhook", NOT_PUBLIC(host=to.host))


def check_endings(ladders: Sequence[tuple[str, Ladder]]) -> None:
    """Ladders that go on as another must come to an end. `ladders` are with their places."""
    known: Mapping[str, Ladder] = {ladder.id: ladder for _, ladder in ladders}
    for place, ladder in ladders:
        seen = [ladder.id]
        following = ladder.then
        while following:
            if following not in known:
                raise LadderError(f"{place}.then", NO_LADDER(name=following))
            seen.append(following)
            if seen.count(following) > 1:
                raise LadderError(f"{place}.then", LOOPS(chain=" -> ".join(seen)))
            following = known[following].then


def _parsed(file: File, _: Mapping[str, Ladder]) -> Ladder:
    return parse_ladder(file)


def _page(minutes: int) -> File:
    return {"after_seconds": minutes * 60, "actions": [{"notify": "on_call"}]}


LADDERS: Final = Shelf(
    bundle="sla",
    name="ladders",
    first=(
        {
            "id": "hand-on",
            "version": 1,
            "name": "A breach takes the ticket one level up",
            "when": {"clock": "*", "step": "breach"},
            "steps": [{"actions": [{"move_level": "next"}]}],
        },
        {
            "id": "page",
            "version": 1,
            "name": "P1: somebody is told until somebody answers",
            "when": {"created": ["P1"]},
            "steps": [{"actions": [{"notify": "on_call"}]}, _page(15), _page(30), _page(60)],
            "repeat": True,
        },
    ),
    parse=_parsed,
)


def ladders_of(settings: Settings) -> Ladders:
    return Ladders(versions=settings.of(LADDERS), calendars=settings.of(CALENDARS))
