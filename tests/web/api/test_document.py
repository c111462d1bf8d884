"""The OpenAPI document is complete and true."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from jsonschema import Draft202012Validator
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from factcheck.domain.people import Scope
from factcheck.domain.policy import ReasonCode
from factcheck.web.problems import CODES

Client = TestClient[Litestar]


def _operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(m, path, op) for path, methods in document["paths"].items() for m, op in methods.items()]


def test_every_route_of_the_api_is_in_it(app: Litestar, document: dict[str, Any]) -> None:
    served = {
        (method.lower(), route.path_format)
        for route in app.routes
        if isinstance(route, HTTPRoute) and route.path.startswith("/api")
        for method in route.methods
        if method != "OPTIONS"
    }
    described = {(method, path) for method, path, _ in _operations(document)}
    assert described == served | {("get", "/healthz")}


def test_it_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert set(document["components"]["securitySchemes"]) == {"apiKey", "session"}
    for name, schema in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema["description"], name


def test_every_reference_in_it_leads_somewhere(document: dict[str, Any]) -> None:
    names = set(document["components"]["schemas"])
    used: set[str] = set()

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "$ref" in node:
                used.add(node["$ref"].rsplit("/", 1)[1])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(document)
    assert used == names


def test_every_operation_says_what_it_does_and_how_it_fails(document: dict[str, Any]) -> None:
    identifiers = []
    tags = {tag["name"] for tag in document["tags"]}
    for method, path, operation in _operations(document):
        identifiers.append(operation["operationId"])
        assert operation["summary"]
        assert operation["description"]
        assert set(operation["tags"]) <= tags
        responses = set(operation["responses"])
        assert {"400", "500"} <= responses
        if path.startswith("/api/"):
            assert {"401", "403"} <= responses
            (scope,) = operation["security"][0]["apiKey"]
            assert scope in list(Scope)
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], parameter["name"]
        if "{" in path:
            assert "404" in responses
        if method == "post":
            assert {"413", "415", "429"} <= responses
            assert operation["requestBody"]["required"]
        for status, response in operation["responses"].items():
            assert response["description"]
            if int(status) >= 400 and not (path == "/healthz" and status == "503"):
                content = response["content"]["application/problem+json"]
                assert content["schema"] == {"$ref": "#/components/schemas/ProblemDocument"}
                assert content["examples"]
    assert len(identifiers) == len(set(identifiers))


def test_the_examples_are_valid_and_work(document: dict[str, Any], cms: Client) -> None:
    for path in ("/api/v1/checks", "/api/v1/references"):
        schema = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        for example in schema["examples"]:
            whole = {**schema, "components": document["components"]}
            Draft202012Validator(whole).validate(example)
            assert cms.post(path, json=example).status_code in (200, 201, 409)  # 409: added before
    content = document["paths"]["/api/v1/references/import"]["post"]["requestBody"]["content"]
    for media_type, described in content.items():
        answer = cms.post(
            "/api/v1/references/import", content=described["example"], headers={"content-type": media_type}
        )
        assert answer.json()["errors"] == []


def test_stable_codes_are_listed(document: dict[str, Any]) -> None:
    assert set(document["components"]["schemas"]["ReasonCode"]["enum"]) == set(ReasonCode)


def test_it_is_served_as_json_as_yaml_and_as_a_page(client: Client) -> None:
    assert client.get("/schema/openapi.json").json()["info"]["title"] == "factcheck"
    assert client.get("/schema/openapi.yaml").text.startswith(("components:", "info:", "openapi:"))
    page = client.get("/schema", headers={"accept": "text/html"})
    assert page.status_code == 200
    for operation in ("createCheck", "getCheck", "importReferences"):
        assert f'id="{operation}"' in page.text
    for code, *_ in CODES:
        assert f'id="problem-{code}"' in page.text


def test_the_page_loads_nothing_from_elsewhere(client: Client) -> None:
    class Links(HTMLParser):
        found: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "style"
            assert not any(name == "style" or name.startswith("on") for name, _ in attrs)
            if tag in ("script", "link", "img", "iframe"):
                self.found += [value or "" for name, value in attrs if name in ("src", "href")]

    links = Links()
    links.feed(client.get("/schema").text)
    assert links.found
    assert all(link.startswith("/static/") for link in links.found)


def test_the_type_of_a_problem_leads_to_its_explanation(client: Client, cms: Client) -> None:
    problem = cms.get("/api/v1/checks/nothing").json()
    answer = client.get(problem["type"])
    assert answer.status_code == 303
    assert answer.headers["location"] == "/schema#problem-not_found"
    assert client.get("/problems/made_up").status_code == 404


def test_health_is_open_and_says_little(anyone: Client, fits_document: Callable[..., None]) -> None:
    answer = anyone.get("/healthz")
    assert answer.json()["status"] == "ready"
    assert set(answer.json()) == {"status", "version"}
