"""节假日 and 时限规则 in the window: reached, filled in and saved by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from app.domain.settlements.check.book import CheckLevel
from app.domain.values.days.periods import PeriodUnit
from app.ui.screens.rosters.entry_dialog import EntryDialog
from app.ui.screens.settings.screen import CHANNELS, CHECKS, HOLIDAYS, KINDS, RISKS, RULES, SettingsScreen
from tests.support.notices import NOTICE_2027
from tests.support.workspace_desk import mediators_desk

CTRL = Qt.KeyboardModifier.ControlModifier


class Kept(dict):
    def set(self, key, value):
        self[key] = value


@pytest.fixture
def desk(centre):
    return mediators_desk(centre)


@pytest.fixture
def screen(kit, desk, navigator, on_stage):
    return on_stage(SettingsScreen(kit, desk, navigator, Kept()), 1366, 768)


def test_a_notice_is_pasted_compared_and_saved_by_keys(qtbot, screen, desk):
    screen.open_section(HOLIDAYS)
    section = screen.holidays
    assert section._warning.isVisible()
    (wording,) = section.form_card.findChildren(QPlainTextEdit)
    wording.setFocus()
    wording.setPlainText(NOTICE_2027)
    assert section.form_card.verb.text().startswith("预览变动")
    qtbot.keyClick(wording, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: section.form_card.verb.text().startswith("保存"))
    assert desk.services.deadlines.notice(2027) is None
    qtbot.keyClick(wording, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.services.deadlines.notice(2027) is not None)
    assert not section._warning.isVisible()
    assert wording.toPlainText() == NOTICE_2027


def test_a_rule_is_read_worked_out_and_set_by_keys(qtbot, screen, desk, centre):
    case = centre.registered()
    screen.open_section(RULES)
    section = screen.rules
    section.table.setFocus()
    section.table.select("D-12")
    assert "三十日" in {label.text() for label in section.facts.findChildren(type(section.example))}
    assert not section.form_card.isVisible()
    section.day.setFocus()
    section.day.selectAll()
    qtbot.keyClicks(section.day, "2026-1-16")
    assert section.example.text().startswith("最后一日 2026-02-24（周二）：01-16 生效")
    section.table.setFocus()
    section.table.select("D-02")
    assert section.form_card.isVisible()
    boxes = {box.accessibleName(): box for box in section.form_card.findChildren(QLineEdit)}
    amount, basis = boxes["多少 必填"], boxes["依据 必填"]
    amount.setFocus()
    amount.selectAll()
    qtbot.keyClicks(amount, "5")
    basis.setFocus()
    qtbot.keyClicks(basis, "notice 5")
    qtbot.keyClick(basis, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(section.form_card.table.isVisible)
    assert section.form_card._model.item(0).days == "2026-11-05 改为 2026-11-09"
    qtbot.keyClick(basis, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.services.deadlines.local_period("D-02") is not None)
    assert desk.services.deadlines.local_period("D-02").unit is PeriodUnit.WORKING_DAY
    assert centre.services.cases.folder(case.id).clocks[0].last_day.isoformat() == "2026-11-09"


def test_a_channel_is_read_by_keys(qtbot, screen):
    screen.open_section(CHANNELS)
    section = screen.channels
    section.table.setFocus()
    section.table.select("court_entrusted")
    told = {label.text() for label in section.facts.findChildren(type(section.facts._made[0]))}
    assert "民事调解书（人民法院）" in told
    qtbot.keyClick(section.table, Qt.Key.Key_Down)
    assert section.table.current().code != "court_entrusted"


def test_a_kind_of_paper_is_found_and_read_by_keys(qtbot, screen):
    screen.open_section(KINDS)
    section = screen.kinds
    qtbot.keyClick(section, Qt.Key.Key_F, CTRL)
    assert section.search.hasFocus()
    section.search.setText("回避")
    qtbot.keyClick(section.search, Qt.Key.Key_Down)
    assert section.table.hasFocus()
    assert section.table.current().code == "recusal_decision"
    assert section.found.text() == "1 种文书"
    told = {label.text() for label in section.facts.findChildren(type(section.facts._made[0]))}
    assert "提出回避的人，盖主持单位印章" in told


def test_a_check_rule_is_read_and_its_level_chosen_by_keys(qtbot, screen, desk):
    screen.open_section(CHECKS)
    screen.checks.refresh()
    section, own = screen.checks, desk.me.organisation_id
    qtbot.waitUntil(lambda: section.table.current() is not None)
    section.table.setFocus()
    while section.table.current().id != "term.vague":
        qtbot.keyClick(section.table, Qt.Key.Key_Down)
    assert section.level.isVisible()
    assert section.level.value() == "advice"
    chosen = section.level.findChildren(QAbstractButton)[0]
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.services.check_rules.book(own).level("term.vague") is CheckLevel.MUST)
    qtbot.waitUntil(lambda: section.table.current().level == "须改")
    words = section.phrases.findChildren(QPlainTextEdit)[0]
    words.setFocus()
    words.setPlainText("一次性了断：写成“再无争议”（须改）")
    qtbot.keyClick(words, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.services.check_rules.book(own).phrases != ())


def test_the_scale_of_risk_is_changed_from_its_page(qtbot, screen):
    screen.risks.refresh()
    screen.open_section(RISKS)
    qtbot.waitUntil(lambda: "红（极高风险）" in screen.risks._steps.text())
    screen.risks.presenter.edit(None)
    (dialog,) = screen.risks.findChildren(EntryDialog)
    assert dialog.isVisible()
    dialog.reject()
