"""The forms of referrals, guidance and orders by their keys, for the menu, the pane and the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from app.domain.disputes.states import CaseState
from app.domain.duties.referrals.guidance import SixServices
from app.domain.duties.referrals.states import ReferralEvent
from app.presenters.desk import Desk
from app.presenters.workspace.folder import CaseFolder
from app.presenters.workspace.forms.asked import Form
from app.presenters.workspace.forms.links.fields import guide_key
from app.presenters.workspace.forms.links.guiding import appoint_form, guide_form, hear_form
from app.presenters.workspace.forms.links.ordering import (
    answer_first_form,
    answer_form,
    hand_over_form,
    inform_form,
    object_form,
    order_form,
)
from app.presenters.workspace.forms.links.referral_steps import STEP_FORMS
from app.presenters.workspace.forms.links.referring import receive_form, refer_form

OVER = frozenset({CaseState.CLOSED, CaseState.MERGED, CaseState.ARCHIVED})
"""States of a case in which nothing new is begun with another organ."""

REFER, RECEIVE, GUIDE, ORDER = "refer", "receive", "guide", "order"
APPOINT, HEAR = "link_appoint", "link_hear"
ANSWER, INFORM, OBJECT = "link_answer", "link_inform", "link_object"
HAND_OVER = "link_hand_over"

NEW_LINK_FORMS: dict[str, Callable[[Desk, CaseFolder], Form]] = {
    REFER: refer_form,
    RECEIVE: receive_form,
    GUIDE: guide_form,
    **{guide_key(service): partial(guide_form, service=service) for service in SixServices},
    ORDER: order_form,
    ANSWER: answer_first_form,
}
"""Forms that 更多 opens: they make something new, or answer the first order that waits."""


def key_of(event: ReferralEvent) -> str:
    """Give the key of the form of a referral's step."""
    return f"link_{event.value}"


LINK_FORMS: dict[str, Callable[[Desk, CaseFolder, UUID], Form]] = {
    **{key_of(event): form for event, form in STEP_FORMS.items()},
    APPOINT: appoint_form,
    HEAR: hear_form,
    ANSWER: answer_form,
    INFORM: inform_form,
    OBJECT: object_form,
    HAND_OVER: hand_over_form,
}
"""Forms about one thing that is there already."""
