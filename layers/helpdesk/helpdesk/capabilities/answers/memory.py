"""News of articles in memory."""


class MemoryNews:
    """See ports.News."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, article: str) -> None:
        self.told.append(article)
