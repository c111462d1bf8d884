"""Starting and stopping: the server answers while the models load, and says when they cannot be loaded."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.domain.errors import ModelFailed
from factcheck.settings import Settings
from factcheck.web.app import create_app

ADDRESS = "http://127.0.0.1:8000"


class Store:
    closed = False

    def dispose(self) -> None:
        self.closed = True


class Library:
    def warm_up(self) -> None:
        pass

    def judge(self, *_: Any) -> list[Any]:
        return []


class SlowParser:
    """Takes until it is let go on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def parse_texts(self, texts: Sequence[str]) -> list[Any]:
        assert self.go_on.wait(timeout=30)
        return []


class BrokenParser:
    def parse_texts(self, texts: Sequence[str]) -> list[Any]:
        raise ModelFailed("no weights in /srv/models")


def _with(newsroom: Newsroom, **parts: Any) -> Newsroom:
    return replace(newsroom, library=Library(), **parts)  # type: ignore[arg-type]


def test_the_server_answers_while_the_models_load(settings: Settings, newsroom: Newsroom) -> None:
    parser, store = SlowParser(), Store()
    with TestClient(
        create_app(settings, _with(newsroom, parser=parser, store=store)), base_url=ADDRESS
    ) as client:
        assert client.get("/healthz").json()["status"] == "warming"
        assert client.get("/sign-in").status_code == 200
        parser.go_on.set()
        while client.get("/healthz").json()["status"] == "warming":
            pass
        assert client.get("/healthz").json()["status"] == "ready"
        assert not store.closed
    assert store.closed


def test_models_that_cannot_be_loaded_are_reported_and_logged(
    settings: Settings, newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings, _with(newsroom, parser=BrokenParser(), store=Store()))
    with TestClient(app, base_url=ADDRESS) as client:
        while client.get("/healthz").json()["status"] == "warming":
            pass
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["status"] == "failed"
    assert "/srv/models" not in answer.text
    assert "/srv/models" in caplog.text
