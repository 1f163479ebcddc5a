"""When a requester is asked how it went, and that they are mailed then."""

from datetime import datetime
from typing import Final

from helpdesk.capabilities.surveys import rules
from helpdesk.capabilities.surveys.settings import TERMS
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.surveys import SurveyAsked
from helpdesk.core.tickets.rules.hooks import Hooks, Moment, Notice, Told


def _wakes(moment: Moment) -> list[datetime]:
    at = rules.ask_at(moment.ticket, moment.settings.of(TERMS), moment.settings.of(CALENDARS))
    return [at] if at else []


def _due(moment: Moment) -> list[Fact]:
    return rules.due(moment.ticket, moment.settings.of(TERMS), moment.settings.of(CALENDARS), moment.at)


def _notices(told: Told) -> list[Notice]:
    asked = isinstance(told.entry.event, SurveyAsked)
    return [Notice(template="survey", person=told.ticket.requester)] if asked else []


HOOKS: Final = Hooks(wakes=_wakes, due=_due, notices=_notices)
