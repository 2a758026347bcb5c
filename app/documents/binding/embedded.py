"""Huge photographs inside attached PDFs are reduced as those beside them are; everything else stays."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.documents.binding.pictures import LONGEST, REDUCED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pikepdf

_QUALITY = 82
_PLAIN = frozenset({"L", "RGB"})


def reduce_pictures(pages: Iterable[pikepdf.Page]) -> None:
    """Reduce each huge JPEG once, however many pages show it; one that does not shrink stays as it is."""
    seen: set[tuple[int, int]] = set()
    for page in pages:
        for image in _images(page.resources, seen):
            _reduce(image)


def _images(resources: pikepdf.Object, seen: set[tuple[int, int]]) -> Iterator[pikepdf.Object]:
    """Give pictures not seen before, those inside forms that a page is drawn through too."""
    found = resources.get("/XObject")
    for entry in found.as_dict().values() if found is not None else ():
        if entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        if entry.get("/Subtype") == "/Image":
            yield entry
        elif "/Resources" in entry:
            yield from _images(entry.Resources, seen)


def _reduce(image: pikepdf.Object) -> None:
    """Decode an eighth, a quarter or a half of it: a PDF turns pictures itself, so notes of theirs go."""
    import pikepdf
    from PIL import Image

    is_jpeg = image.get("/Filter") == pikepdf.Name.DCTDecode
    if not is_jpeg or max(int(image.Width), int(image.Height)) <= LONGEST:
        return
    content = image.read_raw_bytes()
    try:
        with Image.open(BytesIO(content)) as opened:
            if opened.mode not in _PLAIN:
                return  # inks for a press, whose colours a second pass would change
            opened.draft(opened.mode, (REDUCED, REDUCED))
            opened.thumbnail((REDUCED, REDUCED), Image.Resampling.LANCZOS)
            out = BytesIO()
            opened.save(out, "JPEG", quality=_QUALITY)
            size = opened.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return  # damaged: it is bound as it was handed in
    if len(out.getvalue()) < len(content):
        image.write(out.getvalue(), filter=pikepdf.Name.DCTDecode)
        image.Width, image.Height = size
