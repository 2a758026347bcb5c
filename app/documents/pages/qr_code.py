"""The squares of a QR code. The same text always gives the same squares."""

from __future__ import annotations

from math import isqrt
from typing import cast


def qr_modules(text: str) -> list[list[bool]]:
    """Encode a text with medium correction (15 % may be lost); True is dark, no quiet zone around."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = code.to_image(scale=1, add_quiet_zones=False)
    shades = bytes(cast("bytes", image))  # it lends its bytes, which its stubs do not say
    side = isqrt(len(shades))
    return [[shade == 0 for shade in shades[row * side : (row + 1) * side]] for row in range(side)]
