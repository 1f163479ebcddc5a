"""Views and requests that are composed: what has fields in them declares those as a struct."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields
from pydantic import BaseModel, Field, Strict, create_model

from helpdesk.foundation.edge.inputs import File, Request
from helpdesk.foundation.edge.outputs import View

M = TypeVar("M", bound=BaseModel)

V = TypeVar("V", bound=View)

R = TypeVar("R", bound=Request)


def showing(*parts: type[Struct]) -> Callable[[type[V]], type[V]]:
    """A view with all fields of these structs behind its own."""
    return lambda view: _made(view, view, parts, _shown)


def taking(*parts: type[Struct]) -> Callable[[type[R]], type[R]]:
    """A request in which the fields of these structs may stand. What is an object is taken as a file: who checks it
    says which place in it is wrong.
    """
    return lambda request: _made(request, request, parts, _taken)


def _made(like: type, base: type[M], parts: tuple[type[Struct], ...], added: Callable[[FieldInfo], Any]) -> type[M]:
    definitions = {field.name: added(field) for part in parts for field in fields(part)}
    return create_model(like.__name__, __base__=base, __doc__=like.__doc__, __module__=like.__module__, **definitions)


def _shown(field: FieldInfo) -> Any:
    as_view = _made(field.type, View, (field.type,), _shown) if _is_struct(field.type) else field.type
    return as_view, ... if field.default is NODEFAULT else field.default


def _taken(field: FieldInfo) -> Any:
    return (File if _is_struct(field.type) else _bounded(field.type)) | None, None


def _bounded(wanted: Any) -> Any:
    """What structs say of bounds, as requests say it."""
    kind, *said = get_args(wanted) if get_origin(wanted) is Annotated else (wanted,)
    bounds = [Field(ge=each.ge, le=each.le) for each in said if isinstance(each, Meta)]
    return Annotated[kind, Strict(), *bounds]


def _is_struct(wanted: object) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, Struct)
