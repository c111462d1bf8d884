"""The OpenAPI document as a page of our own: the usual viewers load their scripts from other servers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.enums import MediaType
from litestar.openapi.plugins import OpenAPIRenderPlugin

from factcheck.web.problems import CODES

Json = dict[str, Any]
_JSON_TYPES = ("application/json", "application/problem+json")


@dataclass(frozen=True, slots=True)
class Operation:
    """What one method of one path does. `takes` and `answers` name schemas; `errors` are statuses."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    scope: str
    tags: tuple[str, ...]
    parameters: tuple[Json, ...]
    takes: str
    content_types: tuple[str, ...]
    example: Any
    success: str
    answers: str
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a schema, with its type in words."""

    name: str
    type: str
    refers_to: str
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema: an object with fields, or a choice of values."""

    name: str
    description: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]


class DocumentPage(OpenAPIRenderPlugin):
    """HTML without scripts, at the root of the router."""

    def __init__(self) -> None:
        super().__init__(path="/", media_type=MediaType.HTML)

    def render(self, request: Request[Any, Any, Any], openapi_schema: Json) -> bytes:
        """The page, from `templates/api.html`."""
        engine = request.app.template_engine
        if engine is None:
            raise RuntimeError("the application has no templates")
        page = engine.get_template("api.html").render(
            actor=None,
            notice=None,
            section="",
            document=openapi_schema,
            operations=list(operations(openapi_schema)),
            shapes=list(shapes(openapi_schema)),
            codes=CODES,
        )
        return str(page).encode()


def operations(document: Json) -> Iterator[Operation]:
    """Every operation, in the order of the document."""
    for path, methods in document["paths"].items():
        for method, found in methods.items():
            content = found.get("requestBody", {}).get("content", {})
            first: Json = next(iter(content.values()), {})
            statuses = sorted(found["responses"])
            success = found["responses"][statuses[0]]
            key = found["security"][0].get("apiKey", [""])
            yield Operation(
                id=found["operationId"],
                method=method.upper(),
                path=path,
                summary=found["summary"],
                description=found["description"],
                scope=key[0],
                tags=tuple(found["tags"]),
                parameters=tuple(found.get("parameters", ())),
                takes=_name(first.get("schema", {})),
                content_types=tuple(content),
                example=_example(first),
                success=f"{statuses[0]}: {success['description']}",
                answers=_name(success["content"]["application/json"]["schema"]),
                errors=tuple(status for status in statuses if int(status) >= 400),
            )


def shapes(document: Json) -> Iterator[Shape]:
    """Every schema, by name."""
    for name, schema in sorted(document["components"]["schemas"].items()):
        required = set(schema.get("required", ()))
        yield Shape(
            name=name,
            description=schema.get("description", ""),
            fields=tuple(
                Field(
                    name=field,
                    type=_type(described),
                    refers_to=_name(described),
                    required=field in required,
                    meaning=described.get("description", ""),
                )
                for field, described in schema.get("properties", {}).items()
            ),
            values=tuple(schema.get("enum", ())),
        )


def _example(content: Json) -> Any:
    examples = content.get("schema", {}).get("examples") or [content.get("example")]
    return examples[0]


def _parts(schema: Json) -> list[Json]:
    for key in ("oneOf", "anyOf", "allOf"):
        if key in schema:
            return list(schema[key])
    return []


def _name(schema: Json) -> str:
    """The schema that `schema` refers to, directly or for its items; empty where it is a plain value."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[1]
    inner = [schema["items"]] if "items" in schema else _parts(schema)
    return next((name for part in inner if (name := _name(part))), "")


def _type(schema: Json) -> str:
    """The type in words: `list of Claim`, `date-time or null`."""
    if "$ref" in schema:
        return _name(schema)
    if "const" in schema:
        return f"“{schema['const']}”"
    if "enum" in schema:
        return " or ".join(f"“{value}”" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if parts := _parts(schema):
        return " or ".join(_type(part) for part in parts)
    return str(schema.get("format") or schema.get("type") or "any")
