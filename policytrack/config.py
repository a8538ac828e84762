"""The user's settings: a TOML file, environment variables, and where data lies by default.

An option beats the environment, the environment beats the file. The file is `POLICYTRACK_CONFIG`, else `config.toml` in
the platform's folder for settings.
"""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policytrack.errors import UsageError

_KEYS = {"db": str, "lexicon": list, "lang": str, "color": str, "jobs": int}
_CHOICES = {"lang": ("zh", "en"), "color": ("auto", "always", "never")}
_CORRECT = "Correct the file, or name another in POLICYTRACK_CONFIG."


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, and where it comes from: default, the environment, or the file."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Config:
    """What the configuration file says; missing keys are None."""

    path: Path
    db: Path | None = None
    lexicon: tuple[Path, ...] = ()
    lang: str | None = None
    color: str | None = None
    jobs: int | None = None
    exists: bool = field(default=False)


def config_path(env: Mapping[str, str] = os.environ) -> Path:
    """The configuration file that is read when it exists."""
    if given := env.get("POLICYTRACK_CONFIG"):
        return Path(given).expanduser()
    return _folder(env, "XDG_CONFIG_HOME", ".config", "APPDATA") / "config.toml"


def default_db(env: Mapping[str, str] = os.environ) -> Path:
    """Where the database lies when nobody says otherwise."""
    return _folder(env, "XDG_DATA_HOME", ".local/share", "LOCALAPPDATA") / "policytrack.db"


def _folder(env: Mapping[str, str], xdg: str, home: str, windows: str) -> Path:
    if sys.platform == "win32":
        base = Path(env.get(windows) or Path.home() / "AppData")
    elif sys.platform == "darwin" and not env.get(xdg):
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(env.get(xdg) or Path.home() / home)
    return base / "policytrack"


def load_config(env: Mapping[str, str] = os.environ) -> Config:
    """The configuration; raises UsageError, naming file and key, when it cannot be used."""
    path = config_path(env)
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Config(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", hint=_CORRECT) from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}.", hint=_CORRECT) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}.", hint=_CORRECT) from None
    for key, value in content.items():
        kind = _KEYS.get(key)
        if kind is None:
            raise UsageError(f"{path}: unknown key {key!r}.", hint=f"Known are {', '.join(_KEYS)}.")
        if not isinstance(value, kind) or isinstance(value, bool):
            raise UsageError(f"{path}: {key!r} must be {_named(kind)}.", hint=_CORRECT)
        if key in _CHOICES and value not in _CHOICES[key]:
            raise UsageError(f"{path}: {key!r} must be one of {', '.join(_CHOICES[key])}.", hint=_CORRECT)
        if isinstance(value, int) and value < 1:
            raise UsageError(f"{path}: {key!r} must be 1 or more.", hint=_CORRECT)
    return _read(path, content)


def _named(kind: type) -> str:
    return {str: "a text", list: "a list of texts", int: "a whole number"}[kind]


def _read(path: Path, content: dict[str, Any]) -> Config:
    def at(text: str) -> Path:
        """A path of the file: relative ones are relative to the file."""
        return path.parent / Path(text).expanduser()

    folders = content.get("lexicon", [])
    if not all(isinstance(folder, str) for folder in folders):
        raise UsageError(f"{path}: 'lexicon' must be a list of texts.", hint=_CORRECT)
    return Config(
        path=path,
        db=at(content["db"]) if "db" in content else None,
        lexicon=tuple(at(folder) for folder in folders),
        lang=content.get("lang"),
        color=content.get("color"),
        jobs=content.get("jobs"),
        exists=True,
    )


def db_path(given: Path | str | None = None, env: Mapping[str, str] = os.environ) -> Path:
    """The database to use: the option, else POLICYTRACK_DB, else the file's `db`, else the default place."""
    if given:
        return Path(given).expanduser()
    if env.get("POLICYTRACK_DB"):
        return Path(env["POLICYTRACK_DB"]).expanduser()
    return load_config(env).db or default_db(env)


def settings(env: Mapping[str, str] = os.environ) -> list[Setting]:
    """Every setting in force and where it comes from."""
    config = load_config(env)
    in_file = f"file {config.path}" if config.exists else "default"
    if env.get("POLICYTRACK_DB"):
        db = Setting("db", env["POLICYTRACK_DB"], "environment POLICYTRACK_DB")
    elif config.db:
        db = Setting("db", str(config.db), in_file)
    else:
        db = Setting("db", str(default_db(env)), "default")
    rest = {
        "lexicon": ", ".join(map(str, config.lexicon)),
        "lang": config.lang or "",
        "color": config.color or "",
        "jobs": str(config.jobs or ""),
    }
    shown = [Setting(name, value, in_file if value else "default") for name, value in rest.items()]
    return [Setting("config", str(config.path), "exists" if config.exists else "absent"), db, *shown]
