"""Hands at a keyboard: they count what they press, but not the words they type."""

from playwright.sync_api import Page


class Hands:
    """`strokes` counts keys that are pressed together once, `keys` each of them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.strokes = 0
        self.keys = 0

    def press(self, *strokes: str) -> None:
        """One after the other, as fast as they come: nothing is waited for in between."""
        for stroke in strokes:
            self.page.keyboard.press(stroke)
            self.strokes += 1
            self.keys += stroke.count("+") + 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
