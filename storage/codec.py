"""The nouns as JSON and back, exact: what is loaded equals what was saved, to the type of a number.

Fields that hold their default are left out, which keeps a claim at a fifth of its size. A field
that a later version of a noun no longer has is passed over, so an old store still loads.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from math import isfinite
from typing import Any, Generic, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
Convert = Callable[[Any], Any]

# Names the class of a value where a field admits several.
TAG = "is"


@dataclass(frozen=True, slots=True)
class Way:
    """How one type is written and read; None where JSON has it as it is."""

    write: Convert | None
    read: Convert | None


AS_IT_IS = Way(None, None)


class Codec(Generic[Noun]):
    """Writes and reads one noun; ``without`` names fields kept elsewhere, or not asked for."""

    def __init__(self, noun: type[Noun], without: Collection[str] = ()) -> None:
        self._noun = noun
        self._without = frozenset(without)

    def encode(self, value: Noun) -> dict[str, Any]:
        """What JSON can hold of ``value``."""
        return _write(_plan(self._noun), value, self._without)

    def decode(self, document: Mapping[str, Any], **elsewhere: Any) -> Noun:
        """The noun written in ``document``; ``elsewhere`` gives the fields kept elsewhere."""
        given = _read(_plan(self._noun), document, self._without)
        given.update(elsewhere)
        return self._noun(**given)


@dataclass(frozen=True, slots=True)
class Plan:
    """The fields of one class: by name, the default and the way."""

    defaults: Mapping[str, Any]
    ways: Mapping[str, Way]


# Made at the first use of a class: looking at its annotations takes longer than using them.
_PLANS: dict[type, Plan] = {}


def _plan(noun: type) -> Plan:
    if noun not in _PLANS:
        _PLANS[noun] = _made_plan(noun)
    return _PLANS[noun]


def _made_plan(noun: type) -> Plan:
    hints = get_type_hints(noun)
    defaults: dict[str, Any] = {}
    for field in fields(noun):
        if field.default is not MISSING:
            defaults[field.name] = field.default
        elif field.default_factory is not MISSING:
            defaults[field.name] = field.default_factory()
    return Plan(defaults, {field.name: _way(hints[field.name]) for field in fields(noun)})


def _write(plan: Plan, value: object, without: Collection[str] = frozenset()) -> dict[str, Any]:
    document = {}
    for name, way in plan.ways.items():
        if name in without:
            continue
        held = getattr(value, name)
        if name in plan.defaults and _same(held, plan.defaults[name]):
            continue
        document[name] = held if way.write is None or held is None else way.write(held)
    return document


def _same(held: object, default: object) -> bool:
    """Whether leaving the value out loses nothing: 0 and 0.0 and False are three values."""
    return held is default or (type(held) is type(default) and held == default)


def _read(
    plan: Plan, document: Mapping[str, Any], without: Collection[str] = frozenset()
) -> dict[str, Any]:
    given = {}
    for name, held in document.items():
        way = plan.ways.get(name)
        if way is not None and name not in without:
            given[name] = held if way.read is None or held is None else way.read(held)
    return given


def _way(hint: Any) -> Way:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        kinds = [part for part in parts if part is not types.NoneType]
        return _way(kinds[0]) if len(kinds) == 1 else _tagged(kinds)
    if origin is tuple:
        return _sequence(parts)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_way(parts[1]))
    if is_dataclass(hint):
        return _nested(cast(type, hint))
    if isinstance(hint, type):
        return _plain(hint)
    raise TypeError(f"no way to write {hint}")


def _plain(kind: type) -> Way:
    if issubclass(kind, Enum):
        # A look-up costs a quarter of calling the enumeration.
        members = {member.value: member for member in kind}
        return Way(lambda value: value.value, members.__getitem__)
    if issubclass(kind, datetime):
        return Way(datetime.isoformat, datetime.fromisoformat)
    if issubclass(kind, date):
        return Way(date.isoformat, date.fromisoformat)
    if kind is float:
        return Way(_number, _from_number)
    return AS_IT_IS


def _number(value: float) -> float | str:
    """JSON has no infinity, and PostgreSQL refuses Python's way of writing it."""
    return value if isinstance(value, int) or isfinite(value) else str(value)


def _from_number(value: float | str) -> float:
    return float(value) if isinstance(value, str) else value


def _nested(noun: type) -> Way:
    return Way(
        lambda value: _write(_plan(noun), value), lambda held: noun(**_read(_plan(noun), held))
    )


def _tagged(nouns: list[type]) -> Way:
    by_name = {noun.__name__: noun for noun in nouns}

    def write(value: object) -> dict[str, Any]:
        return {TAG: type(value).__name__, **_write(_plan(type(value)), value)}

    def read(held: Mapping[str, Any]) -> object:
        noun = by_name[held[TAG]]
        return noun(**_read(_plan(noun), held))

    return Way(write, read)


def _sequence(parts: tuple[Any, ...]) -> Way:
    if len(parts) == 2 and parts[1] is Ellipsis:
        way = _way(parts[0])
        return Way(_each(way.write, list), _each(way.read, tuple))
    ways = [_way(part) for part in parts]
    return Way(
        lambda values: [_one(way.write, value) for way, value in zip(ways, values, strict=True)],
        lambda held: tuple(_one(way.read, value) for way, value in zip(ways, held, strict=True)),
    )


def _each(convert: Convert | None, gather: Convert) -> Convert:
    if convert is None:
        return gather
    return lambda values: gather([convert(value) for value in values])


def _mapping(way: Way) -> Way:
    return Way(
        lambda held: {key: _one(way.write, value) for key, value in held.items()},
        lambda held: {key: _one(way.read, value) for key, value in held.items()},
    )


def _one(convert: Convert | None, value: Any) -> Any:
    return value if convert is None or value is None else convert(value)
