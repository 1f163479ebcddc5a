"""SLA settings as an administrator saves them: checked as a whole, then laid down as versions that never change.

A policy names the versions of the calendars it counts by (`office-berlin@2`), so a changed calendar makes new versions
of the policies that use it, and a ticket's policy reference alone decides all its deadlines.
"""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import to_builtins
from msgspec.structs import replace

from helpdesk.capabilities.ladders.settings import LadderError, check_addresses, check_endings, parse_ladder
from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.core.calendars.rules.calendar import Calendar, CalendarError
from helpdesk.core.calendars.settings.file import parse_calendar, with_region_days
from helpdesk.core.clocks.rules.policy import PolicyError
from helpdesk.core.clocks.rules.policy_report import PolicyReport, report_policies
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.foundation.kernel.reading import Reader, SettingError, is_object, read
from helpdesk.foundation.kernel.refusals import BAD_ID, TOO_LARGE, TOO_MANY, TWICE
from helpdesk.foundation.kernel.text import is_id
from helpdesk.foundation.kernel.vocabulary import Channel, Kind
from helpdesk.foundation.settings.documents import File
from helpdesk.foundation.settings.edition import Edition
from helpdesk.foundation.settings.versions import id_of, number_of

REQUIRED: Final = frozenset({"calendars", "policies"})

MOST: Final = {"calendars": 30, "policies": 40, "ladders": 20}  # together they fit into one transaction

LARGEST: Final = 300_000  # characters of one file as it is stored

YEARS_BACK, YEARS_AHEAD = 1, 11

KNOWN_VALUES: Final = {"kind": tuple(Kind), "channel": tuple(Channel)}


def revise(document: object, current: Edition, now: datetime, by: str, teams: Collection[str] | None = None) -> Edition:
    """The edition that this document makes, or the current one when nothing differs.

    What is unchanged keeps its version; all but calendars and policies stays when it is not mentioned. `teams` are
    those that ladders may name. Raises SettingError with the place and the reason; then nothing is made.
    """
    reader = _whole(document, current)
    numbers = dict(current.numbers)
    calendars = _calendars(reader, _Shelf("calendars", current, numbers), now.year)
    refs = _by_id(calendars)
    policies = _policies(reader, _Shelf("policies", current, numbers), refs)
    ladders = _ladders(reader, _Shelf("ladders", current, numbers), refs, teams)
    same = replace(
        current,
        document={**current.document, **_sections(reader, refs)},
        files={**current.files, "calendars": calendars, "policies": policies, "ladders": ladders},
        numbers=numbers,
    )
    if _outline(same) == _outline(current):
        return current
    return replace(same, revision=current.revision + 1, saved_at=now, saved_by=by)


def _whole(document: object, current: Edition) -> Reader:
    """With what it does not mention as that holds."""
    reader, held = read(document, "", SettingError), as_written(current)
    reader.only(frozenset(held))
    stays = {name: value for name, value in held.items() if name not in REQUIRED and not reader.has(name)}
    return read({**reader.fields, **stays}, "", SettingError)


def _sections(reader: Reader, refs: Mapping[str, str]) -> File:
    fields = {name: value for name, value in reader.fields.items() if name not in MOST}
    sent = read(_pinned(fields, refs), "", SettingError)
    checked = [to_builtins(section.check(sent, refs.values())) for section in SECTIONS]
    return {name: value for section in checked for name, value in section.items()}


def _outline(edition: Edition) -> tuple[object, ...]:
    return edition.document, {shelf: list(files) for shelf, files in edition.files.items()}


def _by_id(files: Mapping[str, File]) -> dict[str, str]:
    return {id_of(ref): ref for ref in files}


class _Shelf:
    """The files of one kind as they will hold. `numbers` are the highest versions given, also those of other kinds."""

    def __init__(self, kind: str, current: Edition, numbers: dict[str, int]) -> None:
        self._kind, self._numbers = kind, numbers
        self._before, self._held = current.files[kind], _by_id(current.files[kind])
        self.files: dict[str, File] = {}

    def keep(self, source: dict[str, Any], place: str, finish: Callable[[File], File] = dict) -> str:
        """Add a file: as the version that holds now when it is the same, else as the next one."""
        name = source["id"]
        held = self._held.get(name)
        if held and _source(self._before[held]) == source:
            self.files[held] = self._before[held]
            return held
        key = f"{self._kind}/{name}"
        self._numbers[key] = self._numbers.get(key, 0) + 1
        ref = f"{name}@{self._numbers[key]}"
        self.files[ref] = finish({**source, "version": self._numbers[key]})
        if len(json.dumps(self.files[ref])) > LARGEST:
            raise SettingError(place, TOO_LARGE(most=LARGEST))
        return ref


def _calendars(reader: Reader, shelf: _Shelf, year: int) -> dict[str, File]:
    parsed: dict[str, Calendar] = {}

    def lay_down(file: File) -> File:
        return _laid_down(file, year - YEARS_BACK, year + YEARS_AHEAD)

    for place, file in _files(reader, "calendars", CalendarError):
        source = _pinned(_source(file), _by_id(shelf.files))
        calendar = parse_calendar(source, parsed, place)
        ref = shelf.keep(source, place, lay_down)
        parsed[ref] = calendar.as_version(number_of(ref))
    return shelf.files


def _policies(reader: Reader, shelf: _Shelf, refs: Mapping[str, str]) -> dict[str, File]:
    for place, file in _files(reader, "policies", PolicyError):
        source = _pinned(_source(file), refs)
        parse_policy(source, refs.values(), place)
        shelf.keep(source, place)
    return shelf.files


def _ladders(reader: Reader, shelf: _Shelf, refs: Mapping[str, str], teams: Collection[str] | None) -> dict[str, File]:
    parsed = []
    for place, file in _files(reader, "ladders", LadderError):
        source = _pinned(_source(file), refs)
        parsed.append((place, parse_ladder(source, refs.values(), teams, place)))
        shelf.keep(source, place)
    check_endings(parsed)
    check_addresses(parsed)
    return shelf.files


def _files(reader: Reader, kind: str, error: type[SettingError]) -> list[tuple[str, File]]:
    """The files of one kind with their places; each id once."""
    found: dict[str, tuple[str, File]] = {}
    items = reader.items(kind)
    if len(items) > MOST[kind]:
        reader.refuse(kind, TOO_MANY(most=MOST[kind]))
    for index, item in enumerate(items):
        place = f"{kind}[{index}]"
        file = read(item, place, error)
        name = file.text("id")
        if not is_id(name):
            file.refuse("id", BAD_ID())
        if name in found:
            file.refuse("id", TWICE(name=name))
        found[name] = place, file.fields
    return list(found.values())


def _source(file: File) -> dict[str, Any]:
    """What an administrator wrote of a file: without its version, and without holidays that were looked up."""
    laid_down = {"version"} | ({"region_days"} if file.get("region") else set())
    return {key: _members(key, value) for key, value in file.items() if key not in laid_down}


def _members(key: str, value: object) -> object:
    if key != "joined" or not isinstance(value, list | tuple):
        return value
    return [_source(member) if is_object(member) else member for member in value]


def _laid_down(file: File, first: int, last: int) -> File:
    """With the public holidays of its region for some years: a new list of holidays then moves no promise."""
    members = file.get("joined")
    if isinstance(members, list | tuple):
        return {**file, "joined": [_laid_down(each, first, last) if is_object(each) else each for each in members]}
    return with_region_days(file, first, last)


def _pinned(node: Any, refs: Mapping[str, str]) -> Any:
    """Names of calendars replaced by the versions that hold; a name that is unknown stays and is refused later."""
    if is_object(node):
        return {key: _renamed(key, value, refs) for key, value in node.items()}
    return [_pinned(item, refs) for item in node] if isinstance(node, list | tuple) else node


def _renamed(key: str, value: object, refs: Mapping[str, str]) -> Any:
    if key == "calendar" and isinstance(value, str):
        return refs.get(value, value)
    if key == "joined" and isinstance(value, list | tuple):
        return [refs.get(item, item) if isinstance(item, str) else item for item in value]
    return _pinned(value, refs)


def as_written(edition: Edition) -> dict[str, Any]:
    """The document as an administrator edits it, each file with the version that holds."""
    names = {ref: name for name, ref in _by_id(edition.files["calendars"]).items()}
    files = {
        kind: [{**_pinned(_source(file), names), "version": file["version"]} for file in files.values()]
        for kind, files in edition.files.items()
    }
    return {**_pinned(edition.document, names), **files}


def with_calendar_versions(file: object, edition: Edition) -> object:
    """A policy file as it would be saved now: with the versions of the calendars it names."""
    return _pinned(_source(file), _by_id(edition.files["calendars"])) if is_object(file) else file


def report(edition: Edition) -> PolicyReport:
    """Whose tickets two policies would take, which priorities a promise leaves out, and who gets none."""
    return report_policies(edition.of(POLICIES).current(), KNOWN_VALUES)
