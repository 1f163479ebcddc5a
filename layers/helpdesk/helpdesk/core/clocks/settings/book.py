"""The book of promises that holds."""

from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.foundation.settings.documents import Settings


def book_of(settings: Settings) -> Book:
    return Book(policies=settings.of(POLICIES), calendars=settings.of(CALENDARS))
