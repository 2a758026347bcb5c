"""A shield against PySide6 6.12 wheels on Python before 3.12.

Those wheels answer every call without a result with a ``None`` whose reference they do not
count, as is right only where ``None`` is immortal (Python 3.12). On Python 3.11 some five
thousand calls (``update()``, ``parentWidget()``, ``index.data()``) use up the count and the
interpreter aborts with "deallocating None". Measured with PySide6 6.12.0 on CPython 3.11.7:
300 calls of ``QWidget.update`` take 300 from the count.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40
"""References added: at a million lost a second they last for twelve days."""


def hold_singletons() -> bool:
    """Make ``None``, ``True`` and ``False`` practically immortal; answers whether it was needed.

    Safe to call again, and a no-op where Python does it itself or counts in another way.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or hasattr(sys, "getobjects"):
        return False
    for single in (None, True, False):
        if sys.getrefcount(single) < _PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(single)).value += _PLENTY
    return True
