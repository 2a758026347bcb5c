"""History keeps codes; people read words."""

from __future__ import annotations

import pytest

from app.domain.trust.history import FieldChange
from app.i18n import Formats, Translator
from app.presenters.history.values import HistoryValues


@pytest.fixture
def values():
    return HistoryValues(Translator(), Formats())


@pytest.mark.parametrize(
    ("kind", "field", "text", "said"),
    [
        ("duties", "duties.0.kind", "investigate", "包调查"),
        ("case", "state", "effective", "协议已生效"),
        ("case", "risk_flags", "group, wages", "10 人以上、涉欠薪"),
        ("case", "parties.3.agents.0.authority", "sign", "代为参加调解并签署文书"),
        ("session", "result", "to_be_continued", "有待继续调解"),
        ("session", "rights_told", "true", "是"),
        ("session", "routes_told", "false", "否"),
        ("agreement", "terms.0.due.kind", "on_signing", "签订时"),
        ("case", "facts", "investigate", "investigate"),
        ("case", "state", "a_state_of_another_version", "a_state_of_another_version"),
        ("case", "a_field_of_another_version.2.kind", "x", "x"),
        ("nothing_known", "state", "effective", "effective"),
        ("case", "state", "", ""),
    ],
)
def test_codes_become_words_and_words_stay(values, kind, field, text, said):
    assert values.word(kind, field, text) == said


def test_ids_are_not_shown(values):
    assert not values.is_shown("duties", FieldChange("duties.1.responsible_id", "", "0192"))
    assert values.is_shown("duties", FieldChange("duties.1.responsible_person", "", "赵永安"))
