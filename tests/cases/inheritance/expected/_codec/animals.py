# Generated from Families 1; do not edit.
"""Decoders and operations of `animals`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.animals import Animal, Cat, Dog, Plant, Puppy, Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._core.operation import Keys
    from ..models.animals import AnyAnimal, AnyPlant

animal: Callable[[Any], Animal] = adopt(Animal)
cat: Callable[[Any], Cat] = adopt(Cat)
dog: Callable[[Any], Dog] = adopt(
    Dog,
    {
        "bestFriend": lambda data: any_animal(data),
    },
)
puppy: Callable[[Any], Puppy] = adopt(
    Puppy,
    {
        "bestFriend": lambda data: any_animal(data),
    },
)
plant: Callable[[Any], Plant] = adopt(Plant)
tree: Callable[[Any], Tree] = adopt(Tree)


def any_animal(data: Any) -> AnyAnimal:
    if data.__class__ is not dict:
        return cast("AnyAnimal", data)
    value = data.get("animalKind")
    decode = _ANY_ANIMALS.get(value, animal) if value.__class__ is str else animal
    return decode(data)


def any_plant(data: Any) -> AnyPlant:
    if data.__class__ is not dict:
        return cast("AnyPlant", data)
    value = data.get("kind")
    decode = _ANY_PLANTS.get(value, plant) if value.__class__ is str else plant
    return decode(data)


_ANY_ANIMALS: dict[str, Callable[[Any], AnyAnimal]] = {
    "kitty": cat,
    "Canine": dog,
    "Puppy": puppy,
    "Animal": animal,
}
_ANY_PLANTS: dict[str, Callable[[Any], AnyPlant]] = {"Tree": tree, "Plant": plant}
_KEYS: Mapping[str, Keys] = {
    "animal": {"animal_kind": ("animalKind", {})},
    "any_animal": {
        "animal_kind": ("animalKind", {}),
        "best_friend": ("bestFriend", "animals:any_animal"),
    },
    "cat": {"animal_kind": ("animalKind", {})},
    "dog": {"animal_kind": ("animalKind", {}), "best_friend": ("bestFriend", "animals:any_animal")},
    "puppy": {
        "animal_kind": ("animalKind", {}),
        "best_friend": ("bestFriend", "animals:any_animal"),
    },
}
CREATE: Operation[list[AnyAnimal]] = Operation(
    name="animals.create",
    method="POST",
    path="/animals",
    decode=lambda item: decode_list(any_animal, item),
    keys={"animal": "animals:any_animal", "dog": "animals:dog"},
    body="json",
)
