"""A way past PySide6 reading the source of every module that is imported after it.

It looks there for a use of its ``__feature__`` switches, which this program never makes. Between the
opening card and the window that was some 800 files, every line of them kept in memory as well:
27 MiB and a twentieth of the start (PySide6 6.12.0, CPython 3.11.7).
"""

from __future__ import annotations

from importlib import import_module

_WHERE = "shibokensupport.feature"
_WHAT = "_mod_uses_pyside"


def leave_sources_unread() -> bool:
    """Take the look at each imported module out of PySide6; answers whether it was found there.

    Safe to call again; a PySide6 that looks in another way is left as it is.
    """
    import_module("PySide6.QtCore")
    try:
        feature = import_module(_WHERE)
    except ImportError:
        return False
    if not hasattr(feature, _WHAT):
        return False
    setattr(feature, _WHAT, _uses_no_switch)
    return True


def _uses_no_switch(_module: object) -> bool:
    """Answer for every module without a look."""
    return False
