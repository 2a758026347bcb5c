"""A mediator at the window: intake, case, agreement and duties, with the facts of who works here."""

from __future__ import annotations

from tests.support.acts_of_agreement import AgreementActs, Payment
from tests.support.acts_of_case import COMMITTEE, MEDIATOR, RECORDER, VISITOR
from tests.support.acts_of_intake import IntakeActs

__all__ = ["COMMITTEE", "MEDIATOR", "RECORDER", "VISITOR", "Mediator", "Payment"]


class Mediator(IntakeActs, AgreementActs):
    """Everything one mediator does with one case."""
