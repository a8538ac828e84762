"""Rendering: tables in, text out, one module a family of formats."""

from policytrack.render.table import Cell, Column, Table

__all__ = ["Cell", "Column", "Table"]
