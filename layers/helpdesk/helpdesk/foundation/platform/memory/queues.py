class MemoryQueue:
    """See ports.Queue."""

    def __init__(self) -> None:
        self._bodies: list[str] = []

    def send(self, body: str) -> None:
        self._bodies.append(body)

    def take(self) -> list[str]:
        bodies, self._bodies = self._bodies, []
        return bodies
