"""Fixtures for the whole suite. Tests that need the shared reference inputs skip where they are absent."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Outside reference inputs beside the checkout; the suite proves the program without them."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("the shared reference inputs are not beside this checkout")
    return path
