"""Pictures as pages: turned upright, reduced where they are huge, never redrawn where they fit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from app.documents.binding.jpeg_segments import without_notes
from app.documents.binding.leaves import Unbindable

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 3600
"""Pixels of the longest side that goes in as it is: A4 scanned at 300 dots an inch has 3508."""
REDUCED = 2480
"""Pixels of the longest side of a reduced picture: A4 at some 210 dots an inch."""
LARGEST = 3 * 1024 * 1024
"""Bytes of a JPEG that goes in as it is."""
MOST_PIXELS = 120_000_000
"""Pixels that are held in memory at once: a bare picture of that size takes 360 MB."""
MOST_FRAMES = 2000
_QUALITY = 82
_UPRIGHT = 1
_END, _TAIL = b"\xff\xd9", 64
_ORIENTATION = 0x0112
_FEW_COLOURS = frozenset({"1", "L"})
_PLAIN = frozenset({"L", "RGB"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture as a PDF holds it: compressed bytes, their filter, size in pixels and colours."""

    data: bytes
    is_jpeg: bool
    size: tuple[int, int]
    is_grey: bool


def pictures_of(content: bytes) -> Iterator[Picture]:
    """Give the pictures of a file, one for each page of a many-paged scan.

    Raises Unbindable for what is no picture, is damaged or too large to be held in memory.
    """
    try:
        yield from _pictures(content)
    except Unbindable:
        raise
    except Exception as problem:
        # Decoders of a dozen formats raise anything at all for a damaged file.
        raise Unbindable("不是图片，或者图片已损坏，不能成页") from problem


def _pictures(content: bytes) -> Iterator[Picture]:
    from PIL import Image, ImageSequence

    _ready()
    with Image.open(BytesIO(content)) as opened:
        if opened.format == "JPEG":
            yield _jpeg(opened, content)
            return
        frames = ImageSequence.Iterator(opened) if opened.format == "TIFF" else iter((opened,))
        for number, frame in enumerate(frames):
            if number >= MOST_FRAMES:
                raise Unbindable(f"超过 {MOST_FRAMES} 页，请分开存")
            _refuse_too_large(frame)
            yield _drawn(frame)


def _ready() -> None:
    """Let Pillow read what telephones write, and leave the limit of size to ``_refuse_too_large``."""
    from pi_heif import register_heif_opener
    from PIL import Image

    register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None


def _refuse_too_large(image: Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Unbindable(f"图片过大（{image.width}×{image.height}），请缩小后重新加入")


def _jpeg(opened: Image, content: bytes) -> Picture:
    """Take the compressed picture as it is where it is upright and not huge; else decode it reduced."""
    is_upright = opened.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    is_small = max(opened.size) <= LONGEST and len(content) <= LARGEST
    is_whole = _END in content[-_TAIL:]  # else decoding finds out how much of it is there
    if is_upright and is_small and is_whole and opened.mode in _PLAIN:
        return Picture(
            data=without_notes(content), is_jpeg=True, size=opened.size, is_grey=opened.mode == "L"
        )
    opened.draft("RGB", (REDUCED, REDUCED))  # decodes an eighth, a quarter or a half: huge scans stay small
    _refuse_too_large(opened)
    return _drawn(opened)


def _drawn(image: Image) -> Picture:
    """Decode, turn upright, lay on white, reduce, and compress by what it shows."""
    from PIL import Image as Images
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if max(upright.size) > LONGEST:
        upright.thumbnail((REDUCED, REDUCED), Images.Resampling.LANCZOS)
    plain = _plain(upright)
    is_grey = plain.mode == "L"
    if upright.mode in _FEW_COLOURS:
        data = zlib.compress(plain.tobytes(), 6)
        return Picture(data=data, is_jpeg=False, size=plain.size, is_grey=is_grey)
    out = BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY)
    return Picture(data=out.getvalue(), is_jpeg=True, size=plain.size, is_grey=is_grey)


def _plain(image: Image) -> Image:
    """Give grey or colours of eight bits, nothing shining through."""
    from PIL import Image as Images

    if image.mode in _PLAIN:
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        over = image.convert("RGBA")
        ground = Images.new("RGB", over.size, "white")
        ground.paste(over, mask=over.getchannel("A"))
        return ground
    return image.convert("RGB")
