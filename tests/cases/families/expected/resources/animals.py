# Generated from Families 1; do not edit.
"""The resource `animals`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec import animals as _codec
from .._core.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._core.options import Options
    from ..models.animals import AnyAnimal, AnyAnimalDict, AnyPlant, AnyPlantDict, Dog, DogDict

__all__ = [
    "AnimalsResource",
    "AsyncAnimalsResource",
]


class AnimalsResource(Resource):
    """Operations of `client.animals`."""

    def create(
        self,
        *,
        animal: AnyAnimal | AnyAnimalDict | None = None,
        dog: Dog | DogDict | None = None,
        plant: AnyPlant | AnyPlantDict | None = None,
        options: Options | None = None,
    ) -> list[AnyAnimal]:
        """Send `POST /animals`.

        Args:
            animal: An animal.
            dog: An animal.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return self._call(
            _codec.CREATE,
            body={"animal": animal, "dog": dog, "plant": plant},
            options=options,
        )


class AsyncAnimalsResource(AsyncResource):
    """Operations of `client.animals`."""

    async def create(
        self,
        *,
        animal: AnyAnimal | AnyAnimalDict | None = None,
        dog: Dog | DogDict | None = None,
        plant: AnyPlant | AnyPlantDict | None = None,
        options: Options | None = None,
    ) -> list[AnyAnimal]:
        """Send `POST /animals`.

        Args:
            animal: An animal.
            dog: An animal.
            options: Settings of this call only: headers, timeout, retries and more.

        Returns:
            All.

        Raises:
            APIError: The request failed; the class of the error says how.
        """
        return await self._call(
            _codec.CREATE,
            body={"animal": animal, "dog": dog, "plant": plant},
            options=options,
        )
