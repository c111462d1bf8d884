"""The demo as a user starts it, in a process of its own, and a real Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_socket import socket_allow_hosts

import factcheck

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 240
"""The demo embeds its references and checks four articles before it serves."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)


def chromium() -> str | None:
    """The browser to drive: `CHROMIUM` if that is set, else what the system has."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


@dataclass
class Demo:
    """A running demo. `problems` collects what a browser complained about."""

    address: str
    problems: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def _loopback() -> None:
    """Playwright talks to its driver through sockets; the world stays out of reach."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def browser(_loopback: None) -> Iterator[Browser]:
    executable = chromium()
    if executable is None:
        pytest.skip("No Chromium found. On Debian: apt install chromium; elsewhere set CHROMIUM to its path.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """`factcheck demo` on a free port, with a store of its own."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    environment["PYTHONPATH"] = str(Path(factcheck.__file__).resolve().parents[1])
    environment["FACTCHECK_DATABASE_URL"] = f"sqlite:///{folder}/demo.sqlite3"
    log = folder / "demo.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", "from factcheck.cli import main; main()", "demo", "--port", str(port)],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, f"http://127.0.0.1:{port}/sign-in", log)
            yield Demo(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 -- our own server on loopback
                return
        except (urllib.error.URLError, OSError):
            # Not a guess at how long it takes: the process is looked at again, and again.
            try:
                process.wait(timeout=0.25)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError(f"the demo did not start:\n{log.read_text(errors='replace')}")


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, demo: Demo) -> Iterator[Open]:
    """Opens a browser of its own for somebody; nothing may be complained about in its console."""
    contexts: list[BrowserContext] = []
    demo.problems.clear()

    def opened(username: str = "", **options: object) -> Page:
        settings = {"viewport": {"width": 1280, "height": 900}, "base_url": demo.address, **options}
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: demo.problems.append(str(error)))
        page.on(
            "console",
            lambda message: demo.problems.append(message.text) if message.type == "error" else None,
        )
        page.goto("/sign-in")
        if username:
            page.fill("#username", username)
            page.fill("#password", f"{username}-demo-newsroom")
            page.click("button.primary")
            page.wait_for_url(f"{demo.address}/")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert demo.problems == []
