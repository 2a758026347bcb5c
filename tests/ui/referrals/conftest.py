"""Pages on the stage every page is tested on."""

from tests.support.screens import centre, kit, navigator, on_stage, page_style

__all__ = ["centre", "kit", "navigator", "on_stage", "page_style"]
