"""The languages that somebody has to be there for."""

from typing import Final

from helpdesk.foundation.settings.documents import Document, File


def _parsed(written: File) -> tuple[str, ...]:
    return tuple(written["languages"])


LANGUAGES: Final = Document(bundle="desk", first={"languages": ["en", "de"]}, parse=_parsed)
