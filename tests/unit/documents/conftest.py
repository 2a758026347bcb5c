"""The faces every test of this floor is set in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.fonts import ARABIC_FILE, SANS_FILE, SERIF_FILE, FontLibrary
from app.documents.pages.flow import Block
from app.documents.pages.paper import PaperDocument
from app.documents.pages.pdf_file import Facts

FOLDER = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def font_folder() -> Path:
    if not all((FOLDER / name).is_file() for name in (SERIF_FILE, SANS_FILE, ARABIC_FILE)):
        from resources.make_fonts import bring

        bring(FOLDER, FOLDER)
    return FOLDER


@pytest.fixture(scope="session")
def fonts(font_folder: Path) -> FontLibrary:
    return FontLibrary.load(font_folder, system_folders=())


@pytest.fixture(scope="session")
def drawn(fonts: FontLibrary) -> Callable[..., bytes]:
    """Draw blocks as a document with the title 试样."""

    def draw(*blocks: Block, is_draft: bool = False) -> bytes:
        document = PaperDocument(fonts=fonts, facts=Facts(title="试样"), is_draft=is_draft)
        document.add(*blocks)
        return document.render()

    return draw
