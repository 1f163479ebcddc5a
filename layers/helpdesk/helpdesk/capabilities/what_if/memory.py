"""Policies that people try on the past, in memory. Nothing of them expires."""

from collections.abc import Sequence

from helpdesk.capabilities.what_if.rules import Errand, WhatIf
from helpdesk.foundation.kernel.vocabulary import PersonId


class MemoryWhatIfs:
    """See ports.WhatIfs."""

    def __init__(self) -> None:
        self._kept: dict[tuple[PersonId, str], WhatIf] = {}

    def put(self, what_if: WhatIf) -> None:
        self._kept[what_if.by, what_if.id] = what_if

    def of(self, person: PersonId, most: int) -> Sequence[WhatIf]:
        own = (each for (by, _), each in self._kept.items() if by == person)
        return sorted(own, key=lambda each: each.id, reverse=True)[:most]

    def get(self, person: PersonId, what_if_id: str) -> WhatIf | None:
        return self._kept.get((person, what_if_id))

    def say(self, before: WhatIf, after: WhatIf) -> bool:
        held = self.get(before.by, before.id)
        if held is None or (held.part, held.stage) != (before.part, before.stage):
            return False
        self.put(after)
        return True


class MemoryPlayers:
    """See ports.Players. What was begun is kept for a test to go on with."""

    def __init__(self) -> None:
        self.begun: list[Errand] = []

    def begin(self, errand: Errand) -> None:
        self.begun.append(errand)
