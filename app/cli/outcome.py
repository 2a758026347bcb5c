"""Exit codes, and how a refusal is said on a terminal."""

from __future__ import annotations

import sys
from enum import IntEnum

from app.domain.errors import DomainError, InvalidInput, NotFound, StorageRefusal
from app.i18n import Translator
from app.presenters.sentences import sentence


class Exit(IntEnum):
    """What the program answers to the shell."""

    DONE = 0
    PROBLEMS_FOUND = 1
    BAD_INPUT = 2
    MACHINE_LACKS = 3
    STORAGE = 4
    NOT_FOUND = 5
    REFUSED = 6


def exit_for(error: DomainError) -> Exit:
    """Choose the exit code for a refusal."""
    if isinstance(error, NotFound):
        return Exit.NOT_FOUND
    if isinstance(error, StorageRefusal):
        return Exit.STORAGE
    return Exit.BAD_INPUT if isinstance(error, InvalidInput) else Exit.REFUSED


def tell_refusal(translator: Translator, error: DomainError) -> Exit:
    """Say on standard error what stands in the way and where; give the exit code."""
    place = f"{error.field}：" if error.field else ""
    print(f"{place}{sentence(translator, error)}", file=sys.stderr)
    return exit_for(error)
