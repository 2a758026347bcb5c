"""The desktop face: PySide6 widgets that show what presenters say. Qt lives here alone."""

from app.ui.singletons import hold_singletons

hold_singletons()
