"""What the clocks of a ticket must say, found by colouring quarters of an hour.

A history is a list of commits `(quarter, [(kind, value), ...])`, counted from a start. Every clock is described by
itself, over the whole history; its time is the number of its quarters that are open and not paused.
"""

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import pairwise

from tests import oracle

QUARTER = timedelta(minutes=15)
FINISHED = {"solved", "closed"}
_OPEN = {}


@dataclass
class Record:
    clock: str
    start: int
    end: int | None
    state: str
    elapsed: int = 0
    due: int | None = None
    breached: int | None = None


class History:
    def __init__(self, start, commits, policies, calendars, horizon):
        self.start, self.commits, self.policies, self.calendars = start, commits, policies, calendars
        self.horizon = horizon

    def at(self, quarter):
        return self.start + quarter * QUARTER

    def facts(self, *kinds):
        return [(when, kind, value) for when, facts in self.commits for kind, value in facts if kind in kinds]

    def value_at(self, kind, quarter, default=""):
        return next((v for when, _, v in reversed(self.facts(kind)) if when <= quarter), default)

    @cached_property
    def states(self):
        """State and phase in each quarter."""
        found, current = [], ("new", "new")
        changes = {when: tuple(value.split("/")) for when, _, value in self.facts("state")}
        for quarter in range(self.horizon):
            current = changes.get(quarter, current)
            found.append(current)
        return found

    @cached_property
    def lives(self):
        """When the ticket was unfinished: from, and until (None if it still is)."""
        finished = [phase in FINISHED for _, phase in self.states]
        edges = [q for q, (a, b) in enumerate(pairwise([True, *finished])) if a != b]
        return [(edges[i], edges[i + 1] if i + 1 < len(edges) else None) for i in range(0, len(edges), 2)]

    def within(self, life, *kinds):
        begin, end = life
        return [fact for fact in self.facts(*kinds) if begin <= fact[0] and (end is None or fact[0] <= end)]

    def open_quarters(self, calendar):
        """Looked at once for all histories that begin alike: it is the slow part."""
        key = (json.dumps(self.calendars[calendar]), self.start, self.horizon)
        if key not in _OPEN:
            _OPEN[key] = [oracle.is_open(self.calendars[calendar], self.at(q)) for q in range(self.horizon)]
        return _OPEN[key]

    def terms(self, clock, quarter):
        policy = self.policies.get(self.value_at("policy", quarter))
        if policy is None:
            return None
        name, _, party = clock.partition("_")
        by_priority = policy["targets"].get(clock, {})
        if name == "ola":
            by_priority = policy["targets"].get("ola", {}).get(party, {})
        target = by_priority.get(self.value_at("priority", quarter)) or by_priority.get("*")
        if target is None:
            return None
        business = target.get("business", True)
        calendar = self.value_at("calendar", quarter, policy["calendar"]) if business else None
        return target["seconds"], calendar, tuple(target.get("pause", policy["pause"]))

    def colours(self, terms, start):
        """For each quarter from the start on, whether it counts."""
        _, calendar, pause = terms
        is_open = [True] * self.horizon if calendar is None else self.open_quarters(calendar)
        return [
            q >= start and is_open[q] and state not in pause and phase not in pause and phase not in FINISHED
            for q, (state, phase) in enumerate(self.states)
        ]


def first_responses(history):
    life = history.lives[0]
    replies = history.within(life, "agent_reply")
    yield (0, replies[0][0], "met") if replies else (0, life[1], "stopped")


def resolutions(history):
    for _, end in history.lives:
        cancelled = end is not None and history.states[end][1] == "closed"
        yield 0, end, "stopped" if cancelled else "met"


def next_responses(history):
    for number, life in enumerate(history.lives):
        waiting, answered = (life[0], True) if number else (None, False)
        for when, kind, _ in history.within(life, "agent_reply", "requester_message"):
            if kind == "agent_reply":
                if waiting is not None:
                    yield waiting, when, "met"
                waiting, answered = None, True
            elif answered and waiting is None:
                waiting = when
        if waiting is not None:
            yield waiting, life[1], "stopped"


def periodic_updates(history):
    for life in history.lives:
        replies = [when for when, _, _ in history.within(life, "agent_reply")]
        yield from ((a, b, "met") for a, b in pairwise(replies))
        yield from ((last, life[1], "stopped") for last in replies[-1:])


def times_to_own(history):
    for life in history.lives:
        waiting = None if history.value_at("owner", life[0]) else life[0]
        for when, _, owner in history.within((life[0] + 1, life[1]), "owner"):
            if owner and waiting is not None:
                yield waiting, when, "met"
            waiting = None if owner else when if waiting is None else waiting
        if waiting is not None:
            yield waiting, life[1], "stopped"


def operations(history, level):
    for life in history.lives:
        since = life[0] if history.value_at("level", life[0]) == level else None
        for when, _, now_at in history.within((life[0] + 1, life[1]), "level"):
            if since is not None and now_at != level:
                yield since, when, "met"
                since = None
            elif since is None and now_at == level:
                since = when
        if since is not None:
            yield since, life[1], "stopped"


def records(history, now):
    found = []
    described = {
        "first_response": first_responses(history),
        "resolution": resolutions(history),
        "next_response": next_responses(history),
        "periodic_update": periodic_updates(history),
        "time_to_own": times_to_own(history),
        "ola_L2": operations(history, "L2"),
    }
    for clock, cycles in described.items():
        for start, end, state in cycles:
            if end == start and state == "stopped":
                continue
            terms = history.terms(clock, now if end is None else end)
            if terms is not None:
                found.append(measured(history, Record(clock, start, end, state), terms, now))
    return found


def measured(history, record, terms, now):
    colours = history.colours(terms, record.start)
    until = now if record.end is None else record.end
    record.elapsed = sum(colours[:until])
    quarters = terms[0] // int(QUARTER.total_seconds())
    counted = [q for q, colour in enumerate(colours) if colour]
    due = counted[quarters - 1] + 1 if len(counted) >= quarters else None
    record.breached = due if due is not None and due <= until else None
    if record.end is None:
        paused = history.states[-1][0] in terms[2] or history.states[-1][1] in terms[2]
        record.state = "paused" if paused else "running"
        record.due = None if paused else due
    return record


def steps(history, clock, start, now, percents):
    """The steps of a cycle that runs to the end of the history: name to quarter, from its last arming on."""
    armed, terms = start, history.terms(clock, start)
    for when, _ in history.commits:
        alive = any(a <= when and (b is None or when <= b) for a, b in history.lives)
        if alive and start < when <= now and history.terms(clock, when) != terms:
            armed, terms = when, history.terms(clock, when)
    counted = [q for q, colour in enumerate(history.colours(terms, start)) if colour]
    quarters = terms[0] // int(QUARTER.total_seconds())
    natural = {f"{percent}%": quarters * percent // 100 for percent in percents}
    found = [(name, counted[work]) for name, work in sorted(natural.items(), key=lambda item: item[1])]
    found.append(("breach", counted[quarters - 1] + 1))
    late = [name for name, quarter in found if quarter < armed]
    caught_up = next(q for q in counted if q >= armed)
    ahead = {name: quarter for name, quarter in found if name not in late}
    told = {name: armed if name == "breach" else caught_up for name in late[-1:]}
    by_then = min(ahead.values(), default=history.horizon)
    return {**{name: quarter for name, quarter in told.items() if quarter < by_then}, **ahead}
