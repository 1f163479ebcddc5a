"""Recomputing open tickets in the background: one walker's share of the work."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Final

from helpdesk.capabilities.timers.rules import recompute
from helpdesk.capabilities.timers.rules.recompute import NotRecomputedError, Progress, Walk
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.policy_choice import policy_for
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Wish, change, circumstances
from helpdesk.core.tickets.rules.change import record
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.errors import BusyError, ConflictError

PAGE: Final = 100

SIDE_BY_SIDE: Final = 4  # a walker mostly waits for the table

PATIENCE: Final = 1.0  # seconds

SHARE: Final = timedelta(seconds=40)  # real time; well before the function's own limit


def walk(desk: Desk, wanted: Walk) -> Progress:
    """Go on with a walk for a while, from where the last walker noted to be. Repeating a page changes nothing.

    A ticket that cannot be recomputed holds up none of the others: it is tried in every round, and in some more. When
    the walk is over it is named by NotRecomputedError.
    """
    began, book = desk.clock.wall(), book_of(desk.settings)
    progress, cause = desk.timers.walks.progress(wanted), None
    while not progress.finished and desk.clock.wall() - began < SHARE:
        progress, failed = _page(desk, wanted, progress, book)
        desk.timers.walks.note(wanted, progress)
        if failed:
            cause = failed[0]
            desk.clock.pause(PATIENCE)
    if progress.finished and progress.failed:
        raise NotRecomputedError(f"Not recomputed: {', '.join(progress.failed)}.") from cause
    return progress


def _page(desk: Desk, wanted: Walk, progress: Progress, book: Book) -> tuple[Progress, list[Exception]]:
    page = desk.tickets.by_team(wanted.team, "live", progress.cursor, PAGE)
    cards = [card for card in page.items if wanted.covers(card.id) and not card.phase.is_finished]
    outdated = [card.id for card in cards if _is_outdated(card, book)]
    heads = desk.tickets.heads(outdated)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        done = list(pool.map(lambda ticket: _recomputed(desk, ticket), heads))
    failed = {ticket.id: error for ticket, error in zip(heads, done, strict=True) if isinstance(error, Exception)}
    if any(isinstance(error, BusyError) for error in failed.values()):
        return progress.staying(done.count(True)), list(failed.values())
    return progress.after(len(cards), done.count(True), list(failed), page.cursor), list(failed.values())


def _is_outdated(card: Card, book: Book) -> bool:
    """By what the list shows; the ticket itself decides. It spares reading those that stay as they are."""
    return policy_for(card, book) != card.policy


def _recomputed(desk: Desk, ticket: Ticket) -> bool | Exception:
    """Whether it changed, or why it could not.

    A table that was asked little of takes some minutes to give what this asks of it: until then it is too busy.
    """
    try:
        return _written(desk, ticket, book_of(desk.settings))
    except Exception as error:  # noqa: BLE001 - the others do not wait for it, whatever it is
        return error


def _written(desk: Desk, ticket: Ticket, book: Book) -> bool:
    """Written by what was read with its page, or by what is there when somebody came between."""
    by = system("settings")

    def decide(latest: Ticket) -> list[Fact]:
        return recompute.recompute(latest, book, desk.region)

    facts = decide(ticket)
    if not facts:
        return False
    try:
        desk.tickets.save(record(ticket.id, ticket, facts, circumstances(desk, by)))
    except ConflictError:
        return bool(change(desk, Wish(ticket_id=ticket.id, by=by), decide).entries)
    return True
