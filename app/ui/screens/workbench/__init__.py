"""工作台: the page a mediator starts the day with."""

from app.ui.screens.workbench.screen import WorkbenchScreen

__all__ = ["WorkbenchScreen"]
