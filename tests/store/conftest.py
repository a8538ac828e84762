"""Databases for store tests."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from stored import document, land, tax

from policytrack.store.connect import open_writer
from policytrack.store.write import RunWriter


@pytest.fixture
def db_file(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
def writer(db_file: Path) -> Iterator[sqlite3.Connection]:
    """A writing connection to an empty database."""
    with open_writer(db_file) as conn:
        yield conn


@pytest.fixture
def filled(writer: sqlite3.Connection) -> sqlite3.Connection:
    """A database with the two articles, ids 1 and 2."""
    run = RunWriter(writer, "ingest", ["test"], "lex1")
    run.add(document(tax(), origin="/news/a.txt"))
    run.add(document(land(), origin="/news/b.txt"))
    run.end("done")
    return writer
