from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from helpdesk.foundation.kernel.once import Answered, Once

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.intake.rules.opening import Sender
    from helpdesk.core.assets.rules import Asset
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.organizations.rules import Organization


class TextLanguage(Protocol):
    def of(self, text: str) -> str | None:
        """The language of a text by its code of two letters; None where it is short, mixed or in doubt."""


class Prepared(Struct, frozen=True, kw_only=True):
    """What is known before a ticket is made: who has the address, whose its domain is, what the key did before, and
    the assets it names, by their folded names.
    """

    person: Person | None
    organization: Organization | None
    answered: Answered | None
    assets: Mapping[str, Asset] = field(default_factory=dict)


class Preparation(Protocol):
    def prepare(self, sender: Sender, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        """What is known of who asks, a key and some names of assets, in one request. Of somebody named by their id
        whose organization only their address tells, or another one of theirs than they wrote from, in two.
        """


class IntakePorts(Struct, frozen=True, kw_only=True):
    preparation: Preparation
    text_language: TextLanguage
