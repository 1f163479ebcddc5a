"""moto without its waste: what the templates make is made once in a process, and transactions undo what they touched.

moto itself copies a whole table, with everything its stream ever said, for each item that a transaction writes. For
every call it looks up anew what never changes, and for every value of an answer under which other names it might be.
Conditions on copies in S3 and groups in which messages are told apart, which it ignores, are heeded.
"""

import copy
import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from threading import RLock
from typing import Any, Final
from urllib.parse import unquote

import jsonpath_ng.ext
import moto.core.responses
import moto.s3.responses
from moto.backends import get_backend
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.base_backend import BaseBackend
from moto.core.serialize import ResponseSerializer
from moto.dynamodb.models import DynamoDBBackend, DynamoType, Table
from moto.s3.exceptions import PreconditionFailed
from moto.sqs.models import Message, Queue

Where = tuple[str, str]

SERVICES: Final = ("dynamodb", "events", "s3", "secretsmanager", "ses", "sesv2", "sqs", "stepfunctions")
_made: dict[Callable[[], Any], tuple[bytes, Any]] = {}


class _Pickler(pickle.Pickler):
    """Backends that know each other meet again; queues have locks, and a copy has one of its own."""

    dispatch_table = copyreg.dispatch_table | {type(RLock()): lambda _: (RLock, ())}

    def __init__(self, kept: io.BytesIO, backends: Mapping[Where, Any]) -> None:
        super().__init__(kept)
        self._names = {id(backend): where for where, backend in backends.items()}

    def persistent_id(self, it: Any) -> Where | None:
        return self._names[id(it)] if isinstance(it, BaseBackend) else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, where: Where) -> Any:
        return _backend(*where)


def made_once(make: Callable[[], Any]) -> Any:
    """What `make` answers; from the second time on, moto is given a copy of what it had made then."""
    if make not in _made:
        answer, kept = make(), io.BytesIO()
        backends = {
            (service, region): backend
            for service in SERVICES
            for region, backend in get_backend(service)[DEFAULT_ACCOUNT_ID].items()
        }
        _Pickler(kept, backends).dump({where: vars(backend) for where, backend in backends.items()})
        _made[make] = kept.getvalue(), answer
        return answer
    content, answer = _made[make]
    for where, state in _Unpickler(io.BytesIO(content)).load().items():
        vars(_backend(*where)).update(state)
    return answer


def _backend(service: str, region: str) -> Any:
    return get_backend(service)[DEFAULT_ACCOUNT_ID][region]


_write: Final = DynamoDBBackend.transact_write_items


def _transact(self: Any, transact_items: list[dict[str, Any]]) -> None:
    operations = [operation for item in transact_items for operation in item.values()]
    undo = [_undo(table, operations) for table in {self.tables[it["TableName"]] for it in operations}]
    try:
        _write(self, transact_items)
    except Exception:
        for back in undo:
            back()
        raise


def _undo(table: Any, operations: list[dict[str, Any]]) -> Callable[[], None]:
    """Puts back the partitions and the stream; only items that are named can have changed."""
    partitions: dict[Any, Any] = {}
    for operation in operations:
        if operation["TableName"] == table.name:
            key = operation.get("Key") or operation["Item"]
            first, second = DynamoType(key[table.hash_key_attr]), DynamoType(key[table.range_key_attr])
            kept = partitions.setdefault(first, dict(table.items.get(first, {})))
            if second in kept:
                kept[second] = copy.deepcopy(kept[second])
    told = len(table.stream_shard.items) if table.stream_shard else 0

    def back() -> None:
        table.items.update(partitions)
        if table.stream_shard:
            del table.stream_shard.items[told:]

    return back


DynamoDBBackend.transact_write_items = _transact
Table.__deepcopy__ = lambda table, _: table

moto.core.responses.camelcase_to_underscores = cache(moto.core.responses.camelcase_to_underscores)
moto.core.responses.method_names_from_class = cache(moto.core.responses.method_names_from_class)
jsonpath_ng.ext.parse = cache(jsonpath_ng.ext.parse)

_serialize: Final = ResponseSerializer._serialize_type_structure


def _serialize_type_structure(self: Any, serialized: Any, value: Any, shape: Any, key: str) -> None:
    """A value that has nothing but members by their own names, as all of DynamoDB, has them under no other name."""
    members = shape.members
    if not key or type(value) is not dict or value.keys() - members.keys() or self._value_picker.response_transformers:
        _serialize(self, serialized, value, shape, key)
        return
    wrapper = self.MAP_TYPE()
    for name, member in members.items():
        if (found := value.get(name)) is not None:
            member.parent = shape
            self._serialize(wrapper, found, member, name)
    self._default_serialize(serialized, wrapper, shape, key)


ResponseSerializer._serialize_type_structure = _serialize_type_structure


_copy: Final = moto.s3.responses.S3Response.copy_object


def _copy_object(self: Any) -> Any:
    source_bucket, _, source = unquote(self.headers["x-amz-copy-source"]).lstrip("/").partition("/")
    held = self.backend.get_object(source_bucket, source)
    wanted = self.headers.get("x-amz-copy-source-if-match")
    if wanted and held and held.etag.strip('"') != wanted.strip('"'):
        raise PreconditionFailed("x-amz-copy-source-If-Match")
    if self.headers.get("If-None-Match") == "*" and self.backend.get_object(self.bucket_name, self.parse_key_name()):
        raise PreconditionFailed("If-None-Match")
    return _copy(self)


moto.s3.responses.S3Response.copy_object = _copy_object

_add_message = Queue.add_message


def _added(self: Any, message: Message) -> None:
    """As one of its group, where a queue tells messages apart by that."""
    if self.attributes.get("DeduplicationScope") == "messageGroup" and message.deduplication_id:
        message.deduplication_id = f"{message.group_id} {message.deduplication_id}"
    _add_message(self, message)


Queue.add_message = _added
