"""The template engine: files only, everything escaped, an unknown name is an error."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig

from factcheck.settings import Settings, bundled
from factcheck.web.pages import words

STATIC_FOLDER = Path(__file__).resolve().parent.parent / "static"
"""Style sheet, scripts and icon; served under `/static`."""


def template_config(settings: Settings) -> TemplateConfig[JinjaTemplateEngine]:
    """Litestar's template configuration for `environment(settings)`."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment(settings)))


def environment(settings: Settings) -> Environment:
    """Jinja over the `templates` folder, with the filters and words that the pages use.

    Times are shown in `settings.timezone`.
    """
    made = Environment(
        loader=FileSystemLoader(bundled("templates")),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    zone = ZoneInfo(settings.timezone)
    made.filters.update(
        moment=lambda at: moment(at, zone),
        clock=lambda at: f"{at.astimezone(zone):%H:%M}",
        field_moment=lambda at: f"{at.astimezone(zone):%Y-%m-%dT%H:%M}" if at else "",
        day=day,
        web_link=web_link,
        counted=counted,
        percent=lambda share: f"{share:.0%}",
    )
    versions = asset_versions(STATIC_FOLDER)
    made.globals.update(
        asset=lambda name: f"/static/{name}?v={versions[name]}",
        timezone=settings.timezone,
        demo=settings.demo,
        words=words,
    )
    return made


def moment(at: datetime, zone: ZoneInfo) -> str:
    """`27 Jan 2025, 12:30` in `zone`."""
    local = at.astimezone(zone)
    return f"{local.day} {local:%b %Y, %H:%M}"


def day(on: date) -> str:
    """`27 Jan 2025`. A `datetime` is refused: its day depends on a time zone."""
    if isinstance(on, datetime):
        raise TypeError("a moment has to be shown with `moment`")
    return f"{on.day} {on:%b %Y}"


def web_link(url: str) -> str | None:
    """`url` if it is an absolute http or https address, else None: nothing else may become a link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def counted(n: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `2 claims`, `1,234 claims`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def asset_versions(folder: Path) -> Mapping[str, str]:
    """A short hash of each static file, so that a browser may keep a file for as long as it is the same."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
