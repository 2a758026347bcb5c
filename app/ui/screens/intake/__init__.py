"""The intake page in widgets: it shows what its presenter says and passes on what the user does."""

from app.ui.screens.intake.screen import IntakeScreen

__all__ = ["IntakeScreen"]
