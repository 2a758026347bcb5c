"""Whether the extra ``sign`` is installed, found without importing it."""

from __future__ import annotations

from importlib.util import find_spec

from app.domain.errors import RuleRefusal


def is_installed() -> bool:
    """Tell whether papers can be sealed and seals be checked here."""
    return find_spec("pyhanko") is not None


def refuse_without() -> None:
    """Refuse, with the way to install it; RuleRefusal ``seal.not_installed``."""
    if not is_installed():
        raise RuleRefusal("seal.not_installed")
