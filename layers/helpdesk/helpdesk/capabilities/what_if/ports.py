from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.what_if.rules import Errand, WhatIf
    from helpdesk.foundation.kernel.vocabulary import PersonId


class WhatIfs(Protocol):
    """Policies that people try on the past. They are kept for a week."""

    def put(self, what_if: WhatIf) -> None: ...

    def of(self, person: PersonId, most: int) -> Sequence[WhatIf]:
        """Of somebody, the newest first, in one request."""

    def get(self, person: PersonId, what_if_id: str) -> WhatIf | None: ...

    def say(self, before: WhatIf, after: WhatIf) -> bool:
        """How far it is. Nothing, and False, where it is no longer as far as it was before: somebody else went on with
        it, stopped it, or it is not kept any more.
        """


class Players(Protocol):
    def begin(self, errand: Errand) -> None:
        """Have its tickets played, part after part."""


class WhatIfPorts(Struct, frozen=True, kw_only=True):
    what_ifs: WhatIfs
    players: Players
