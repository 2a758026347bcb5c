"""案件: the page of all cases."""

from app.ui.screens.cases.screen import CasesScreen

__all__ = ["CasesScreen"]
