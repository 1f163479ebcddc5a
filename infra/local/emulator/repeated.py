"""What the emulator works out anew for every request although it only depends on its arguments.

Stock behaviour: a caller's policies are parsed twice a request, and every route of an API becomes a regular expression.
Together that was a fifth of a request's processor time.
"""

from functools import lru_cache
from typing import Any


def correct() -> None:
    from ministack.core import iam_evaluator  # noqa: PLC0415 - after the environment is set
    from ministack.services import apigateway  # noqa: PLC0415

    apigateway._path_matches = lru_cache(8192)(apigateway._path_matches)
    iam_evaluator.parse_policy_document = _by_text(iam_evaluator.parse_policy_document)


def _by_text(parse: Any) -> Any:
    """Policies that are kept as text; others can change behind the same object."""
    remembered = lru_cache(1024)(parse)

    def parse_policy_document(document: Any) -> Any:
        return remembered(document) if isinstance(document, str) else parse(document)

    return parse_policy_document
