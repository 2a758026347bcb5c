"""The desktop face: PySide6 widgets that show what presenters say. Qt lives here alone."""

from app.ui.opening.plain_imports import leave_sources_unread
from app.ui.singletons import hold_singletons

leave_sources_unread()
hold_singletons()
