"""What a company shapes of its public form."""

from typing import Final

import msgspec
from msgspec import Struct

from helpdesk.foundation.settings.documents import Document, File


class FormTerms(Struct, frozen=True, kw_only=True):
    languages: tuple[str, ...]
    form_limit_per_email: int
    """Tickets per hour from one e-mail address."""
    form_limit_per_address: int
    """The same from one network address."""


def _parsed(written: File) -> FormTerms:
    return msgspec.convert(written, FormTerms)


FORM: Final = Document(
    bundle="desk",
    first={"languages": ["en", "de"], "form_limit_per_email": 10, "form_limit_per_address": 60},
    parse=_parsed,
)
