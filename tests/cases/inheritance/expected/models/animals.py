# Generated from Families 1; do not edit.
"""The models of `animals`."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from .._core.model import Model, member, model

__all__ = [
    "Animal",
    "AnimalDict",
    "AnyAnimal",
    "AnyAnimalDict",
    "AnyPlant",
    "AnyPlantDict",
    "Cat",
    "CatDict",
    "Dog",
    "DogDict",
    "Plant",
    "PlantDict",
    "Puppy",
    "PuppyDict",
    "Tree",
    "TreeDict",
]


@model
class Animal(Model):
    """An animal."""

    animal_kind: str = member("animalKind")
    name: str | None = None


class AnimalDict(TypedDict):
    """`Animal` as a dict, for arguments."""

    animal_kind: str
    name: NotRequired[str]


@model
class Cat(Model):
    """An animal."""

    animal_kind: str = member("animalKind", default="kitty")
    name: str | None = None
    lives: int | None = None


class CatDict(TypedDict):
    """`Cat` as a dict, for arguments."""

    animal_kind: str
    name: NotRequired[str]
    lives: NotRequired[int]


@model
class Dog(Model):
    """An animal."""

    animal_kind: str = member("animalKind", default="Canine")
    name: str | None = None
    best_friend: AnyAnimal | None = member("bestFriend", default=None)


class DogDict(TypedDict):
    """`Dog` as a dict, for arguments."""

    animal_kind: str
    name: NotRequired[str]
    best_friend: NotRequired[AnyAnimal | AnyAnimalDict]


@model
class Puppy(Model):
    """An animal."""

    animal_kind: str = member("animalKind", default="Puppy")
    name: str | None = None
    best_friend: AnyAnimal | None = member("bestFriend", default=None)
    age: int | None = None


class PuppyDict(TypedDict):
    """`Puppy` as a dict, for arguments."""

    animal_kind: str
    name: NotRequired[str]
    best_friend: NotRequired[AnyAnimal | AnyAnimalDict]
    age: NotRequired[int]


@model
class Plant(Model):
    kind: str


class PlantDict(TypedDict):
    """`Plant` as a dict, for arguments."""

    kind: str


@model
class Tree(Model):
    kind: str = "Tree"
    height: float | None = None


class TreeDict(TypedDict):
    """`Tree` as a dict, for arguments."""

    kind: str
    height: NotRequired[float]


AnyAnimal: TypeAlias = "Cat | Dog | Puppy | Animal"
"""An animal."""

AnyAnimalDict: TypeAlias = "CatDict | DogDict | PuppyDict | AnimalDict"

AnyPlant: TypeAlias = "Tree | Plant"

AnyPlantDict: TypeAlias = "TreeDict | PlantDict"
