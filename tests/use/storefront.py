"""A second FastAPI application: parameter models, forms as models, generic and separate schemas, nested routers, streams."""

from __future__ import annotations

import json
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import Path as FilePath
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID, uuid4

from fastapi import (
    APIRouter,
    BackgroundTasks,
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Query,
    Request,
    Security,
    UploadFile,
    WebSocket,
)
from fastapi.openapi.utils import get_openapi
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPBasic,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
    SecurityScopes,
)
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, RootModel, computed_field

T = TypeVar("T")
FILES = FilePath(tempfile.mkdtemp(prefix="storefront-"))
NOTES: list[str] = []

app = FastAPI(
    title="Storefront", version="2.0.0", root_path="/shop/v2", separate_input_output_schemas=True
)
catalog = APIRouter(prefix="/catalog", tags=["catalog"])
items = APIRouter(prefix="/items")
oauth2 = OAuth2PasswordBearer(tokenUrl="token", scopes={"read": "Read.", "write": "Write."})
header_key = APIKeyHeader(name="X-Key", auto_error=False)
query_key = APIKeyQuery(name="key", auto_error=False)
cookie_key = APIKeyCookie(name="sid", auto_error=False)
basic = HTTPBasic()


class Color(str, Enum):
    """A text enumeration with an awkward value."""

    red = "red"
    dark = "dark & red"


class Size(IntEnum):
    """A numeric enumeration."""

    small = 1
    large = 10


class Page(BaseModel, Generic[T]):
    """A generic page."""

    items: list[T]
    total: int
    next: str | None = None


class Money(BaseModel):
    """A model with a decimal and a constant."""

    amount: Decimal
    currency: Literal["EUR"] = "EUR"


class Product(BaseModel):
    """A model whose input and output differ."""

    model_config = ConfigDict(populate_by_name=True)

    id: UUID = Field(default_factory=uuid4)
    title: str = Field(alias="productTitle", min_length=1, max_length=40)
    price: Money
    colors: list[Color] = Field(default_factory=list)
    size: Size = Size.small
    valid: timedelta = timedelta(days=1)
    made: datetime | None = None
    extras: dict[str, str | int | None] = Field(default_factory=dict)
    secret: str | None = Field(None, exclude=True)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def label(self) -> str:
        """A member of the output alone."""
        return f"{self.title} ({self.price.amount} {self.price.currency})"


class Card(BaseModel):
    """One way to pay."""

    method: Literal["card"] = "card"
    number: str


class Transfer(BaseModel):
    """Another way to pay."""

    method: Literal["transfer"] = "transfer"
    iban: str
    when: datetime | None = None


Payment = Annotated[Card | Transfer, Field(discriminator="method")]


class Order(BaseModel):
    """A model with unions of several kinds."""

    payment: Payment
    lines: list[Product | UUID]
    note: str | list[str] | None = None
    gift: Product | None = None


class Tree(RootModel[dict[str, "Tree | int"]]):
    """A recursive root model."""


class Common(BaseModel):
    """Header parameters as a model."""

    x_request: str
    x_tags: list[str] = Field(default_factory=list)
    if_none: str | None = None


class Session(BaseModel):
    """Cookie parameters as a model."""

    session: str
    theme: Color | None = None


class Listing(BaseModel):
    """Query parameters as a model, which forbids others."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(10, gt=0, le=100)
    colors: list[Color] = Field(default_factory=list)
    sizes: list[Size] = Field(default_factory=list)
    since: datetime | None = None
    text: str = Field("", validation_alias=AliasChoices("text"))


class Profile(BaseModel):
    """A form as a model."""

    name: str
    age: int = 0
    tags: list[str] = Field(default_factory=list)
    color: Color = Color.red


class Upload(BaseModel):
    """A form with a file as a model."""

    title: str
    file: UploadFile
    count: int = 1


class Failure(BaseModel):
    """What errors say."""

    code: Literal["gone", "busy"]
    at: datetime | None = None


class Paged:
    """A class as a dependency."""

    def __init__(self, offset: int = 0, limit: Annotated[int, Query(le=50)] = 5) -> None:
        self.offset, self.limit = offset, limit


async def user(scopes: SecurityScopes, token: Annotated[str, Depends(oauth2)]) -> str:
    """Name the user of a token."""
    return f"{token}:{scopes.scope_str}"


@app.post("/token")
async def token(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> dict[str, str]:
    """Exchange a password for a token."""
    return {
        "access_token": f"{form.username}/{form.password}/{' '.join(form.scopes)}",
        "token_type": "bearer",
    }


@app.get("/users/me")
async def me(name: Annotated[str, Security(user, scopes=["read"])]) -> str:
    """Name the user."""
    return name


@app.get("/keys")
async def keys(
    header: Annotated[str | None, Depends(header_key)],
    query: Annotated[str | None, Depends(query_key)],
    cookie: Annotated[str | None, Depends(cookie_key)],
) -> list[str | None]:
    """Echo three keys, all of which go together."""
    return [header, query, cookie]


@app.get("/basic")
async def read_basic(credentials: Annotated[Any, Depends(basic)]) -> list[str]:
    """Echo user and password."""
    return [credentials.username, credentials.password]


@app.get("/headers")
async def read_headers(common: Annotated[Common, Header()]) -> Common:
    """Echo a model of headers."""
    return common


@app.get("/cookies")
async def read_cookies(session: Annotated[Session, Cookie()]) -> Session:
    """Echo a model of cookies."""
    return session


@items.get("/")
async def list_items(listing: Annotated[Listing, Query()]) -> Page[str]:
    """Echo a model of the query in a generic page."""
    parts = [*map(str.__str__, listing.colors), *(str(int(each)) for each in listing.sizes)]
    return Page[str](items=[*parts, str(listing.since), listing.text], total=listing.limit)


@items.post(
    "/", status_code=201, responses={409: {"model": Failure}, 503: {"description": "Busy."}}
)
async def create_item(product: Product, background: BackgroundTasks) -> Product:
    """Send a model back whose output has more than its input."""
    if product.title == "gone":
        failure = Failure(code="gone", at=datetime(2024, 5, 6, tzinfo=UTC))
        return Response(failure.model_dump_json(), 409, media_type="application/json")  # type: ignore[return-value]
    if product.title == "busy":
        raise HTTPException(503, detail={"why": ["busy"]}, headers={"Retry-After": "0"})
    background.add_task(NOTES.append, product.title)
    return product


@items.put("/{item_id}/", response_model_exclude_none=True)
async def replace_item(
    item_id: int | UUID,
    product: Annotated[Product, Body(embed=True)],
    paged: Annotated[Paged, Depends()],
) -> dict[str, Any]:
    """Echo a union in the path, an embedded body, and a class as a dependency."""
    return {"id": item_id, "title": product.title, "offset": paged.offset, "limit": paged.limit}


@items.patch("/batch")
async def patch_items(changes: list[Product | Literal["skip"]]) -> list[Product | Literal["skip"]]:
    """Send a list of unions back."""
    return changes


@app.post("/orders", response_model_exclude_unset=True)
async def create_order(order: Order) -> Order:
    """Send unions back."""
    return order


@app.post("/pay")
async def pay(payment: Payment, dry: bool = False) -> Payment:
    """Send a union as the whole body back."""
    return payment


@app.post("/either")
async def either(body: Product | Failure | list[int] | str) -> Product | Failure | list[int] | str:
    """Send a union without a discriminator back."""
    return body


@app.post("/tree")
async def tree(body: Tree) -> Tree:
    """Send a recursive root model back."""
    return body


@app.post("/profile")
async def profile(form: Annotated[Profile, Form()]) -> Profile:
    """Echo a form that is a model."""
    return form


@app.post("/upload")
async def upload(form: Annotated[Upload, Form(media_type="multipart/form-data")]) -> list[Any]:
    """Echo a form with a file that is a model."""
    return [
        form.title,
        form.file.filename,
        form.file.content_type,
        (await form.file.read()).decode(),
        form.count,
    ]


@app.post("/uploads")
async def uploads(
    files: list[UploadFile],
    raw: Annotated[bytes, File()],
    levels: Annotated[list[Size], Form()],
    maybe: UploadFile | None = None,
) -> dict[str, Any]:
    """Echo several files."""
    return {
        "files": [[each.filename, (await each.read()).decode("latin-1")] for each in files],
        "raw": raw.decode(), "levels": levels, "maybe": maybe.filename if maybe else None,
    }  # fmt: skip


@app.get("/values")
async def values(
    colors: Annotated[list[Color], Query()],
    texts: Annotated[set[str] | None, Query()] = None,
    pair: Annotated[tuple[int, str] | None, Query()] = None,
    literal: Literal["a b", "c"] = "c",
    delta: timedelta | None = None,
    number: Decimal | None = None,
) -> dict[str, Any]:
    """Echo lists of enumerations, sets and further types of the query."""
    return {
        "colors": colors, "texts": sorted(texts or ()), "pair": pair, "literal": literal,
        "delta": delta.total_seconds() if delta else None, "number": str(number),
    }  # fmt: skip


@app.get("/page", response_class=HTMLResponse)
async def page() -> str:
    """Return HTML."""
    return "<p>Grüße</p>"


@app.get("/plain", response_class=PlainTextResponse)
async def plain() -> str:
    """Return text that looks like JSON."""
    return "[1]"


@app.get("/file", response_class=FileResponse)
async def file() -> str:
    """Return a file."""
    (path := FILES / "a.bin").write_bytes(b"\x00\xff")
    return str(path)


@app.get("/nothing", status_code=204)
async def nothing() -> None:
    """Return nothing."""


@app.get("/moved", response_class=RedirectResponse, status_code=307)
async def moved(request: Request) -> str:
    """Lead elsewhere."""
    return str(request.url_for("plain"))


@app.get("/lines", response_class=StreamingResponse)
async def lines() -> StreamingResponse:
    """Stream lines of JSON."""

    def pieces() -> Iterator[str]:
        yield from (json.dumps({"n": n}) + "\n" for n in range(3))

    return StreamingResponse(pieces(), media_type="application/jsonl")


@app.get(
    "/events",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Failure"}}}
        }
    },
)
async def events() -> StreamingResponse:
    """Stream events."""

    async def pieces() -> AsyncIterator[str]:
        for code in ("gone", "busy"):
            yield f'data: {{"code": "{code}"}}\n\n'

    return StreamingResponse(pieces(), media_type="text/event-stream")


@app.websocket("/socket")
async def socket(websocket: WebSocket) -> None:
    """Is no part of the document."""


@app.get("/hidden", include_in_schema=False)
async def hidden() -> None:
    """Is no part of the document either."""


@app.api_route("/both", methods=["GET", "DELETE"], operation_id="both", deprecated=True)
async def both(request: Request) -> str:
    """Return the method; two operations have one id."""
    return request.method


catalog.include_router(items)
app.include_router(catalog, responses={404: {"model": Failure}})


def custom_openapi() -> dict[str, Any]:
    """Return FastAPI's document with what people add to it."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, routes=app.routes, servers=[{"url": "/shop/v2"}]
        )
        document["info"]["x-logo"] = {"url": "https://storefront.example/logo.png"}
        app.openapi_schema = document
    return app.openapi_schema


app.openapi = custom_openapi  # type: ignore[method-assign]
