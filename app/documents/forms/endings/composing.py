"""Picks the form of a paper by which a case ends or leaves."""

from __future__ import annotations

from typing import assert_never

from app.documents.forms.endings import oral_register, termination, transfer, withdrawal
from app.documents.forms.form import Form
from app.domain.contents.endings import (
    OralRegisterContents,
    TerminationContents,
    TransferContents,
    WithdrawalContents,
)

EndingContents = OralRegisterContents | TerminationContents | WithdrawalContents | TransferContents


def compose(contents: EndingContents) -> Form:
    """Compose the form of contents."""
    match contents:
        case OralRegisterContents():
            return oral_register.compose(contents)
        case TerminationContents():
            return termination.compose(contents)
        case WithdrawalContents():
            return withdrawal.compose(contents)
        case TransferContents():
            return transfer.compose(contents)
        case _:
            assert_never(contents)
