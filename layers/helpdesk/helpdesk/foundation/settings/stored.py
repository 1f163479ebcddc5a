"""How settings are stored: the keys of their items, and what stands in the record of a save.

SETTINGS  CURRENT                    the pointer: by bundle its revision and, unless it is apart, its last record
          <bundle>-saved#<revision>  the record of a save
          <bundle>#<revision>        the same of a bundle that is apart
          <file>#<id>@<version>      a file of a shelf
"""

from collections import Counter
from typing import Any, Final

from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import TOO_LARGE
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.settings.documents import Bundle
from helpdesk.foundation.settings.edition import Edition, Saved

PK: Final = "SETTINGS"

POINTER: Final = item_key(PK, "CURRENT")

LARGEST_RECORD: Final = 350_000  # bytes; an item of DynamoDB has 400 KB

LARGEST_SAVE: Final = 3_500_000  # bytes of all that is new; a transaction has 4 MB

_BESIDE: Final[tuple[str, ...]] = ("refs", "numbers", "saved_at", "saved_by")


def revision_of(bundle: Bundle) -> str:
    """The attribute of the pointer that says which revision holds."""
    return bundle.name if bundle.apart else f"{bundle.name}_revision"


def records_of(bundle: Bundle) -> str:
    """With what the sort keys of its records begin."""
    return f"{bundle.name}#" if bundle.apart else f"{bundle.name}-saved#"


def record_at(bundle: Bundle, revision: int) -> tuple[Key, str]:
    """The key of a record's item, and the attribute that holds it."""
    if bundle.apart:
        return item_key(PK, f"{records_of(bundle)}{revision}"), "document"
    return item_key(PK, f"{records_of(bundle)}{revision:08d}"), "saved"


def file_at(bundle: Bundle, shelf: str, ref: str) -> Key:
    return item_key(PK, f"{bundle.shelves[shelf]}#{ref}")


def written(bundle: Bundle, saved: Saved) -> str:
    """The fields of the document, and beside them what is known of the save."""
    record: dict[str, Any] = {_number(bundle): saved.revision}
    if bundle.shelves:
        record |= {"refs": saved.refs, "numbers": saved.numbers}
    if saved.saved_at:
        record |= {"saved_at": saved.saved_at, "saved_by": saved.saved_by}
    return encoding.encode(record | dict(saved.document))


def check_size(bundle: Bundle, before: Edition, after: Edition) -> None:
    """Refuse, at its largest part, an edition that the table would not take in one transaction."""
    parts = {name: _size(value) for name, value in after.document.items()}
    if _size(written(bundle, after.on_record())) > LARGEST_RECORD:
        raise InvalidError.at(max(parts, key=parts.__getitem__), TOO_LARGE(most=LARGEST_RECORD))
    added = Counter[str]()
    for shelf, _, file in after.added_to(before):
        added[shelf] += _size(file)
    if added.total() > LARGEST_SAVE:
        raise InvalidError.at(added.most_common(1)[0][0], TOO_LARGE(most=LARGEST_SAVE))


def _size(value: object) -> int:
    """In bytes, as it is stored."""
    return len(encoding.encode(value).encode())


def read(bundle: Bundle, record: str) -> Saved:
    document: dict[str, Any] = encoding.decode(dict, record)
    revision = document.pop(_number(bundle))
    beside = {name: document.pop(name) for name in _BESIDE if name in document}
    return encoding.convert({**beside, "revision": revision, "document": document}, Saved)


def _number(bundle: Bundle) -> str:
    return "version" if bundle.apart else "revision"
