"""Where settings come from, and what is refused."""

from pathlib import Path

import pytest

from policytrack.config import config_path, db_path, default_db, load_config, settings
from policytrack.errors import UsageError


def env(tmp_path: Path, content: str | None = None, **more: str) -> dict[str, str]:
    path = tmp_path / "config.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    return {"POLICYTRACK_CONFIG": str(path), "XDG_DATA_HOME": str(tmp_path / "data"), **more}


def test_an_option_beats_the_environment_and_that_the_file(tmp_path: Path) -> None:
    both = env(tmp_path, 'db = "file.db"', POLICYTRACK_DB="env.db")
    assert db_path("given.db", both) == Path("given.db")
    assert db_path(None, both) == Path("env.db")
    del both["POLICYTRACK_DB"]
    assert db_path(None, both) == tmp_path / "file.db"


def test_without_settings_the_platform_decides(tmp_path: Path) -> None:
    assert db_path(None, env(tmp_path)) == default_db(env(tmp_path))
    assert default_db(env(tmp_path)).name == "policytrack.db"
    assert config_path({"XDG_CONFIG_HOME": "/c"}).name == "config.toml"


def test_paths_of_the_file_are_relative_to_it(tmp_path: Path) -> None:
    assert load_config(env(tmp_path, 'lexicon = ["words", "/abs"]')).lexicon == (tmp_path / "words", Path("/abs"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("db = 3", "'db' must be a text"),
        ("lexicon = [1]", "'lexicon' must be a list of texts"),
        ("databse = 'x'", "unknown key 'databse'. Known are db, lexicon"),
        ("db = ", "Invalid value"),
        ('lang = "de"', "'lang' must be one of zh, en."),
        ('color = "pink"', "'color' must be one of auto, always, never."),
        ("jobs = 0", "'jobs' must be 1 or more."),
    ],
)
def test_a_wrong_file_is_refused_with_file_and_key(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_config(env(tmp_path, content))
    assert message in str(caught.value)
    assert str(tmp_path / "config.toml") in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff")
    for path, message in ((tmp_path, "cannot be read: "), (tmp_path / "bytes.toml", "not UTF-8 at byte 0.")):
        with pytest.raises(UsageError) as caught:
            load_config({"POLICYTRACK_CONFIG": str(path)})
        assert message in str(caught.value)


def test_every_setting_names_its_origin(tmp_path: Path) -> None:
    shown = {s.name: (s.value, s.origin) for s in settings(env(tmp_path, "jobs = 3", POLICYTRACK_DB="e.db"))}
    assert shown["db"] == ("e.db", "environment POLICYTRACK_DB")
    assert shown["jobs"] == ("3", f"file {tmp_path / 'config.toml'}")
    assert shown["lang"] == ("", "default")
