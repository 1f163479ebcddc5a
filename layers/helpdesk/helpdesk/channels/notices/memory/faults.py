"""Letters that could not be written in their own words."""

from collections.abc import Sequence

from helpdesk.channels.notices.rules.wording import WordingFault


class MemoryWordingFaults:
    """See ports.WordingFaults."""

    def __init__(self) -> None:
        self._faults: dict[tuple[str, str, str], WordingFault] = {}

    def note(self, fault: WordingFault) -> None:
        self._faults[fault.place] = fault

    def all(self) -> Sequence[WordingFault]:
        return [fault for _, fault in sorted(self._faults.items())]
