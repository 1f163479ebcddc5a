"""Tickets of the demo, written through the product's own actions at moments of the past."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import yaml
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, PersonId, Scale, Visibility
from helpdesk.foundation.platform.ports import Clock
from msgspec.structs import replace

STORIES: Final = Path(__file__).with_name("stories.yaml")
UNITS: Final = {"m": "minutes", "h": "hours", "d": "days"}


class At:
    """The clock of the desk, stopped at one moment of product time."""

    def __init__(self, clock: Clock, moment: datetime) -> None:
        self._clock = clock
        self._moment = moment
        self.rate = clock.rate

    def now(self) -> datetime:
        return self._moment

    def real_seconds_until(self, instant: datetime) -> float:
        return self._clock.real_seconds_until(instant)

    def wall(self) -> datetime:
        return self._clock.wall()

    def pause(self, seconds: float) -> None:
        self._clock.pause(seconds)


def tell(desk: Desk) -> int:
    """Write every story, each once however often this is called; the number of stories."""
    stories = yaml.safe_load(STORIES.read_text())
    now = desk.clock.now()
    for number, story in enumerate(stories):
        _Story(desk, now - span(story["age"]), number).tell(story)
    return len(stories)


class _Story:
    def __init__(self, desk: Desk, begin: datetime, number: int) -> None:
        self._desk = desk
        self._begin = begin
        self._number = number

    def tell(self, story: dict[str, Any]) -> None:
        opened = opening.open_ticket(
            self._at(timedelta()), _draft(story), _sender(story), None, self._once("open", story["subject"])
        )
        requester = Actor(id=opened.ticket.requester, role=self._role(opened.ticket.requester), name=story["from"])
        for position, step in enumerate(story.get("then", [])):
            desk = self._at(span(step["after"]))
            by = requester if step["by"] == "requester" else self._person(step["by"])
            wish = Wish(ticket_id=opened.ticket.id, by=by, once=self._once(str(position), str(step)))
            _take(desk, wish, step)

    def _at(self, after: timedelta) -> Desk:
        return replace(self._desk, clock=At(self._desk.clock, self._begin + after))

    def _once(self, step: str, payload: str) -> Once:
        return Once(key=f"seed/{self._number}/{step}", payload=payload)

    def _person(self, person_id: str) -> Actor:
        return self._desk.directory.person(PersonId(person_id)).as_actor()

    def _role(self, person_id: PersonId) -> Any:
        return self._desk.directory.person(person_id).role


def _take(desk: Desk, wish: Wish, step: dict[str, Any]) -> None:
    """One step: `reply` or `note`, each with an optional `state`; `state` alone; or `escalate`."""
    if "escalate" in step:
        escalation.escalate(desk, wish, None, step["escalate"], step["tried"])
    elif "reply" in step or "note" in step:
        visibility = Visibility.PUBLIC if "reply" in step else Visibility.INTERNAL
        message = Message(
            body=step.get("reply") or step["note"],
            visibility=visibility,
            channel=Channel.WEB,
            state=step.get("state"),
        )
        tickets.write(desk, wish, message)
    else:
        tickets.move(desk, wish, step["state"], step.get("reason", ""))


def _draft(story: dict[str, Any]) -> Draft:
    return Draft(
        subject=story["subject"],
        description=story["text"],
        channel=Channel(story.get("channel", "portal")),
        kind=Kind(story.get("kind", "incident")),
        category=story.get("category"),
        impact=Scale(story.get("impact", "low")),
        urgency=Scale(story.get("urgency", "medium")),
        language=story["language"],
        assets=tuple(story.get("assets", ())),
    )


def _sender(story: dict[str, Any]) -> Sender:
    return Sender(email=story["mail"], name=story["from"], language=story["language"])


def span(text: str) -> timedelta:
    """`90m`, `3h`, `2d`."""
    found = re.fullmatch(r"(\d+)([mhd])", text)
    if found is None:
        raise ValueError(f"{text!r} is no span of time such as 90m, 3h or 2d.")
    return timedelta(**{UNITS[found[2]]: int(found[1])})
