"""Sides: to whom they go, what is written there, and what an answer brings.

Nobody who asks or takes part is ever on one: they would read there what is not for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict, replace

from helpdesk.core.organizations.rules import PUBLIC_DOMAINS
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Personal, Postal
from helpdesk.core.record.sides import (
    MOST_MB,
    SharedFile,
    Side,
    SideClosed,
    SideMessageReceived,
    SideMessageSent,
    SideReopened,
)
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.moving import transition
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.actors import Actor, system
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import TOO_MANY, reason
from helpdesk.foundation.kernel.vocabulary import Phase, Role

MOST: Final = 50
"""On one ticket: the head names each."""

MOST_ADDRESSES: Final = 10
"""In To, and as many in Cc: each is a mail of its own."""

ON_TICKET: Final = reason(
    "side_on_ticket", "{name} asks or takes part in this ticket, and may not read what is written beside it"
)

NO_FILE: Final = reason("side_no_file", "there is no file {name} on this ticket")

TOO_HEAVY: Final = reason("side_too_heavy", "the files are larger than {most} MB together, and cannot go by mail")


OUTSIDE: Final = Actor(id="outside", role=Role.GUEST)
"""Whoever answers. What they say is news as that of other people is; what follows from it nobody does by name."""


class SideLetter(Struct, frozen=True, kw_only=True):
    """What staff write to people outside. Without `to` it goes to whom the side went before."""

    body: str
    html: str | None = None
    subject: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    shared: tuple[SharedFile, ...] = ()
    state: str | None = None
    """The ticket moves there in the same change."""
    vendor: str | None = None
    """Who is waited for from then on."""
    mail: str | None = None
    """The mail by which it came from who wrote it."""


class Heard(Struct, frozen=True, kw_only=True):
    """A mail that came in for a side."""

    body: str
    html: str | None
    subject: str
    sender: str
    name: str
    joined: tuple[str, ...]
    """Who else it went to: they are written to from then on."""
    attachments: tuple[Attachment, ...]
    mail: str
    automatic: bool


def side_of(ticket: Ticket, which: str) -> Side:
    found = next((side for side in ticket.sides if side.id == which), None)
    if found is None:
        raise NotFoundError("side conversation", which)
    return found


def begun(ticket: Ticket, letter: SideLetter, terms: TicketTerms) -> list[Fact]:
    """The first letter of a side. Its id counts them, so that one key begins one."""
    if len(ticket.sides) >= MOST:
        raise InvalidError.at("subject", TOO_MANY(most=MOST))
    return _sent(ticket, f"s{len(ticket.sides) + 1}", letter, letter.subject, terms)


def answered(ticket: Ticket, which: str, letter: SideLetter, terms: TicketTerms) -> list[Fact]:
    """One more. It goes to whom the side went before, unless it says to whom; what is closed is open again."""
    side = side_of(ticket, which)
    to, cc = (letter.to, letter.cc) if letter.to else (side.to, side.cc)
    return _sent(ticket, which, replace(letter, to=to, cc=cc), side.subject, terms)


def closed(ticket: Ticket, which: str) -> list[Fact]:
    return [Fact(event=SideClosed(side=which))] if side_of(ticket, which).open else []


def reopened(ticket: Ticket, which: str) -> list[Fact]:
    return [] if side_of(ticket, which).open else [Fact(event=SideReopened(side=which))]


def heard(ticket: Ticket, which: str, heard: Heard, terms: TicketTerms) -> list[Fact]:
    """An answer. Of whoever is waited for it ends the wait, unless a machine wrote it. Who was not on the side is from
    now on, with whom they bring along.
    """
    side = side_of(ticket, which)
    joined = () if heard.automatic else (heard.sender, *heard.joined)
    postal = Postal(subject=heard.subject, sender=heard.sender, to=(), cc=_joining(ticket, side, joined))
    said = Fact(
        event=SideMessageReceived(
            side=which, mail=heard.mail, attachments=heard.attachments, automatic=heard.automatic
        ),
        personal=Personal(body=heard.body, html=heard.html, author=heard.name, postal=postal),
        by=system("mail") if heard.automatic else OUTSIDE,
    )
    if heard.automatic or not is_waited_for(ticket, side):
        return [said]
    return [said, *transition(ticket, terms.working_state, "", terms, back=terms.working_state)]


def is_waited_for(ticket: Ticket, side: Side) -> bool:
    """Whether the ticket waits for who is written to there: the side says for whom, or it is the only one open."""
    if ticket.phase is not Phase.ON_HOLD or not ticket.vendor:
        return False
    if side.vendor:
        return side.vendor == ticket.vendor
    return all(each.id == side.id or not each.open for each in ticket.sides)


def is_on(side: Side, address: str) -> bool:
    return folded(address) in _folded((*side.to, *side.cc))


def is_beside(ticket: Ticket, side: Side, address: str) -> bool:
    """Whether somebody answers for those on it, by an address of the same domain. That says nothing where everybody can
    have one, nor where who asks or takes part has one: they may be a colleague of theirs.
    """
    kept_out = _kept_out(ticket)
    said_nothing = PUBLIC_DOMAINS | set(map(_domain, kept_out))
    domain = _domain(folded(address))
    return domain in set(map(_domain, _folded((*side.to, *side.cc)))) - said_nothing


def is_of_side(entry: Entry, which: str) -> bool:
    return getattr(entry.event, "side", None) == which


def check_weight(files: Iterable[Attachment]) -> None:
    """Nobody outside can fetch a file from here: what does not fit into a mail cannot go."""
    if sum(file.size for file in files) > MOST_MB * 1_000_000:
        raise InvalidError.at("attachments", TOO_HEAVY(most=MOST_MB))


def shared_from(entries: Sequence[Entry], wanted: Sequence[tuple[str, int]]) -> tuple[SharedFile, ...]:
    """Files that came with entries of the ticket, by their ids and the commits they came with."""
    there = {(file.id, entry.version): file for entry in entries for file in getattr(entry.event, "attachments", ())}
    for index, (file_id, version) in enumerate(wanted):
        if (file_id, version) not in there:
            raise InvalidError.at(f"shared[{index}]", NO_FILE(name=file_id))
    return tuple(SharedFile(**asdict(there[key]), version=key[1]) for key in wanted)


def _sent(ticket: Ticket, which: str, letter: SideLetter, subject: str, terms: TicketTerms) -> list[Fact]:
    to = _each_once(letter.to)
    cc = tuple(address for address in _each_once(letter.cc) if folded(address) not in _folded(to))
    _check_addresses(ticket, to, "to")
    _check_addresses(ticket, cc, "cc")
    sent = SideMessageSent(
        side=which,
        attachments=letter.attachments,
        shared=letter.shared,
        vendor=letter.vendor or None,
        mail=letter.mail,
    )
    postal = Postal(subject=subject, to=to, cc=cc)
    facts = [Fact(event=sent, personal=Personal(body=letter.body, html=letter.html, postal=postal))]
    if letter.state:
        facts += transition(ticket, letter.state, "", terms, vendor=letter.vendor)
    return facts


def _check_addresses(ticket: Ticket, addresses: Sequence[str], field: str) -> None:
    if len(addresses) > MOST_ADDRESSES:
        raise InvalidError.at(field, TOO_MANY(most=MOST_ADDRESSES))
    kept_out = _kept_out(ticket)
    for address in addresses:
        if folded(address) in kept_out:
            raise InvalidError.at(field, ON_TICKET(name=address))


def _joining(ticket: Ticket, side: Side, named: Iterable[str]) -> tuple[str, ...]:
    known = _folded((*side.to, *side.cc)) | _kept_out(ticket)
    new = [address for address in _each_once(named) if folded(address) not in known]
    return tuple(new[: max(0, MOST_ADDRESSES - len(side.cc))])


def _kept_out(ticket: Ticket) -> set[str]:
    """Who reads what the requester reads."""
    return _folded([ticket.requester_email, *(each.email for each in ticket.participants)]) - {""}


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _each_once(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(shown, addresses)))


def _folded(addresses: Iterable[str]) -> set[str]:
    return {folded(address) for address in addresses}
