"""Tables: one read-only model over columns, one that fetches pages, one delegate, one view."""

from app.ui.widgets.tables.cells import Cell, Column
from app.ui.widgets.tables.delegate import RowDelegate
from app.ui.widgets.tables.lazy import LazyTableModel
from app.ui.widgets.tables.model import CELL_ROLE, TableModel
from app.ui.widgets.tables.view import ListTable

__all__ = ["CELL_ROLE", "Cell", "Column", "LazyTableModel", "ListTable", "RowDelegate", "TableModel"]
