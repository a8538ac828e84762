"""Extraction: pure functions from text to records. No files, clock, SQL or rich in here."""

from policytrack.extract.pipeline import extract_article

__all__ = ["extract_article"]
