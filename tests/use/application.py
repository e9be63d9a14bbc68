"""A FastAPI application with whatever such applications commonly have; its document is FastAPI's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import (
    APIRouter,
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Path,
    Query,
    Response,
    UploadFile,
)
from fastapi.responses import PlainTextResponse, StreamingResponse
from fastapi.security import HTTPBearer, OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel, Field

app = FastAPI(title="Clinic", version="1.2.0")
router = APIRouter(prefix="/api/v1")
password = OAuth2PasswordBearer(tokenUrl="token", scopes={"read": "Read."})
bearer = HTTPBearer()


class Kind(str, Enum):
    """A text enumeration."""

    new = "new"
    used = "used & more"


class Level(int, Enum):
    """An integer enumeration."""

    low = 1
    high = 2


class Cat(BaseModel):
    """One variant."""

    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    """Another variant."""

    kind: Literal["dog"]
    good: bool
    owner: str | None = None


Pet = Annotated[Cat | Dog, Field(discriminator="kind")]


class Item(BaseModel):
    """A model with a member of every kind."""

    id: UUID
    name: str = Field(alias="displayName", min_length=1)
    price: Decimal
    made: datetime
    day: date
    kind: Kind = Kind.new
    level: Level = Level.low
    tags: set[str] = Field(default_factory=set)
    sizes: dict[str, list[int]] = Field(default_factory=dict)
    pet: Pet | None = None
    parent: Item | None = None
    data: bytes | None = None
    either: int | str = 0
    pair: tuple[int, str] = (0, "")


class Problem(BaseModel):
    """An error of the application."""

    code: str


class Filter(BaseModel):
    """Query parameters as a model."""

    limit: int = Field(10, ge=1, le=100)
    order: list[Literal["a", "b"]] = Field(default_factory=list)


async def tenant(
    x_tenant: Annotated[str, Header()], session: Annotated[str | None, Cookie()] = None
) -> str:
    """A dependency with a header and a cookie."""
    return f"{x_tenant}/{session}"


@app.post("/token")
async def login(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> dict[str, str]:
    """Exchange a password for a token."""
    if form.password != "secret":
        raise HTTPException(400, "wrong password")
    return {"access_token": f"token-of-{form.username}", "token_type": "bearer"}


@router.post("/items", status_code=201)
async def create_item(item: Item) -> Item:
    """Send a model back."""
    return item


@router.get("/items/{item_id}", responses={404: {"model": Problem}})
async def read_item(item_id: UUID, q: str | None = None) -> Item | dict[str, str]:
    """Find an item; another shape where `q` is given."""
    if q == "missing":
        return Response('{"code": "gone"}', 404, media_type="application/json")  # type: ignore[return-value]
    if q is not None:
        return {"q": q}
    moment = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    return Item(
        id=item_id, displayName="n", price=Decimal("1.50"), made=moment, day=moment.date(),
        pet=Dog(kind="dog", good=True),
    )  # fmt: skip


@router.get("/search")
async def search(
    word: Annotated[list[str], Query()],
    ids: Annotated[list[int] | None, Query()] = None,
    kind: Kind | None = None,
    since: datetime | None = None,
    flag: bool = False,
    ratio: Annotated[float, Query(alias="the-ratio")] = 0.5,
) -> dict[str, Any]:
    """Echo what came in the query."""
    return {"word": word, "ids": ids, "kind": kind, "since": since, "flag": flag, "ratio": ratio}


@router.get("/filtered")
async def filtered(query: Annotated[Filter, Query()]) -> Filter:
    """Echo a model of query parameters."""
    return query


@router.get("/files/{file_path:path}")
async def read_file(file_path: str) -> dict[str, str]:
    """Echo a path that may have slashes."""
    return {"path": file_path}


@router.get("/levels/{level}")
async def read_level(level: Annotated[Level, Path()]) -> Level:
    """Echo an enumeration."""
    return level


@router.get("/me")
async def me(token: Annotated[str, Depends(password)]) -> dict[str, str]:
    """Echo the token."""
    return {"token": token}


@router.get("/bearer")
async def with_bearer(token: Annotated[Any, Depends(bearer)]) -> dict[str, str]:
    """Echo the credentials."""
    return {"token": token.credentials}


@router.get("/tenant")
async def read_tenant(name: Annotated[str, Depends(tenant)]) -> str:
    """Echo header and cookie."""
    return name


@router.post("/upload")
async def upload(
    file: UploadFile,
    note: Annotated[str, Form()],
    more: Annotated[list[bytes] | None, File()] = None,
    count: Annotated[int, Form()] = 1,
) -> dict[str, Any]:
    """Echo a form with files."""
    content = (await file.read()).decode()
    return {
        "name": file.filename, "type": file.content_type, "content": content, "note": note,
        "count": count, "more": [each.decode() for each in more or []],
    }  # fmt: skip


@router.put("/pet")
async def update_pet(pet: Annotated[Pet, Body()]) -> Pet:
    """Send a union back."""
    return pet


@router.put("/embedded")
async def embedded(
    pet: Annotated[Cat, Body(embed=True)], note: Annotated[str, Body()]
) -> dict[str, Any]:
    """Take a body of two parts."""
    return {"lives": pet.lives, "note": note}


@router.patch("/numbers")
async def numbers(values: Annotated[list[float], Body()]) -> list[float]:
    """Send a list back."""
    return values


@router.delete("/items/{item_id}", status_code=204)
async def delete_item(item_id: UUID) -> None:
    """Return nothing."""


@router.get("/text", response_class=PlainTextResponse)
async def text() -> str:
    """Return text."""
    return "Grüße"


@router.get(
    "/stream",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            }
        }
    },
)
async def stream() -> StreamingResponse:
    """Return bytes in pieces."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"\x00one"
        yield b"two\xff"

    return StreamingResponse(pieces(), media_type="application/octet-stream")


app.include_router(router)
