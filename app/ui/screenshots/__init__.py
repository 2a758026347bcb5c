"""Pictures of every page and main dialog, drawn by the real window on a real centre."""

from app.ui.screenshots.pages import take_screenshots

__all__ = ["take_screenshots"]
