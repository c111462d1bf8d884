"""All templates at once: each compiles and is used, and none breaks the rules that keep pages safe."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

from factcheck.settings import Settings, bundled
from factcheck.web.pages.templating import STATIC_FOLDER, environment

FOLDER = bundled("templates")
NAMES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
WEB_FOLDER = STATIC_FOLDER.parent


def source(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_it_compiles(name: str) -> None:
    environment(Settings(demo=True)).get_template(name)


@pytest.mark.parametrize("name", [name for name in NAMES if "/" not in name and name != "base.html"])
def test_every_page_has_a_title_and_one_main_heading(name: str) -> None:
    assert "{% block title %}" in source(name)
    assert len(re.findall(r"<h1[ >]", source(name))) == 1


def test_every_template_is_used_and_every_used_one_is_there() -> None:
    made = environment(Settings(demo=True))
    used = {"base.html"}
    for name in NAMES:
        tree = made.parse(source(name))
        for kind in (nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import):
            for node in tree.find_all(kind):
                named: object = getattr(node, "template", None)
                assert isinstance(named, nodes.Const)
                used.add(named.value)
    for path in WEB_FOLDER.rglob("*.py"):
        used |= set(re.findall(r'"([a-z_]+\.html)"', path.read_text(encoding="utf-8")))
    assert used == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_the_form_token_escapes_escaping(name: str) -> None:
    text = source(name).replace("{{ csrf_input | safe }}", "")
    assert "safe" not in re.findall(r"\|\s*(\w+)", text)
    assert "autoescape" not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_script_and_no_style_stands_in_a_page(name: str) -> None:
    text = source(name)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+\s*=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_from_elsewhere(name: str) -> None:
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", source(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_form_that_changes_something_carries_the_token(name: str) -> None:
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", source(name), re.DOTALL):
        assert form.count("{{ csrf_input | safe }}") == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_attribute_with_a_value_is_quoted(name: str) -> None:
    assert not re.search(r"\s[a-z-]+=\{\{", source(name))


@pytest.mark.parametrize("path", sorted(STATIC_FOLDER.iterdir()), ids=lambda path: path.name)
def test_static_files_are_ours_and_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"@import|url\(|https?://(?!www\.w3\.org/2000/svg)", text)
    assert any(f"asset('{path.name}')" in source(name) for name in NAMES)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text)
