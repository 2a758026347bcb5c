"""What a mediator does with a registered case, act by act, through the window alone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.presenters.sentences import sentence
from app.services.disputes.case_folder import CaseFolder
from app.ui.screens.workspace.header import WorkspaceHeader
from app.ui.screens.workspace.screen import WorkspaceScreen
from tests.support.window_driver import CTRL, WindowDriver

COMMITTEE, CODE, COURT = "石化社区人民调解委员会", "石社", "白碱滩区人民法院"
MEDIATOR, RECORDER, VISITOR = "巴合提古丽", "阿依努尔·赛买提", "单国强"
"""Who works here: the publications name no mediator."""


class CaseActs:
    """One case in the hands of one mediator: its steps, records, forms and duties."""

    def __init__(self, driver: WindowDriver) -> None:
        self.window = driver
        self.case_id: UUID | None = None

    @property
    def folder(self) -> CaseFolder:
        """Give the case as stored."""
        assert self.case_id is not None
        return self.window.services.cases.folder(self.case_id)

    def documents(self, kind: DocumentKind) -> list[IssuedDocument]:
        """Give the issued documents of a kind."""
        return [one for one in self.folder.documents if one.kind is kind]

    def paper(self, kind: DocumentKind) -> bytes:
        """Give the stored file of the newest document of a kind."""
        return self.window.services.issuing.bytes_of(self.documents(kind)[-1].id)

    def arrive(self) -> None:
        """Wait until the workspace shows the case."""
        w = self.window
        w.until(lambda: w.all(WorkspaceHeader) and self.step(), "the workspace")
        w.settle()

    def step(self) -> str:
        """Read the one filled button of the head."""
        return self.window.all(WorkspaceHeader, self.window.window.frame)[0].step.text()

    def expect_step(self, words: str) -> None:
        """Wait until the head offers this step."""
        self.window.until(lambda: self.step() == words, f"the step {words}, not {self.step()}")
        self.window.settle()

    def take(self, words: str) -> None:
        """Press F9, the next step, which must be this one."""
        self.expect_step(words)
        self.window.press(Qt.Key.Key_F9)
        self.window.settle()

    def tab(self, words: str) -> None:
        """Open a tab of the case."""
        self.window.click(words, self.window.all(WorkspaceScreen)[0])
        self.window.settle()

    def send_form(self) -> None:
        """Send the form in front, which must then be gone."""
        w = self.window
        form = w.front()
        assert isinstance(form, QDialog), "no form is open"
        w.press(Qt.Key.Key_Return, CTRL)
        w.until(lambda: w.front() is not form, "the form to close")
        w.settle()

    def consents(self, manner: str = "当面") -> None:
        """Ask every party; all agree. Of a side of many each is asked, and the same answer noted at once."""
        w = self.window
        self.expect_step("征求意见")
        while self.step() == "征求意见":
            self.take("征求意见")
            w.pick("答复", "同意调解")
            w.pick("方式", manner)
            if w.has_button("其余未答复的"):
                w.click("其余未答复的")
            self.send_form()

    def accept_and_assign(self) -> None:
        """Accept, appoint, and tell rights and duties."""
        w = self.window
        self.take("受理")
        self.send_form()
        self.take("指派调解员")
        w.pick("首席调解员", MEDIATOR)
        w.pick("记录人", RECORDER)
        self.send_form()
        self.take("告知权利义务")
        w.click("已逐方告知")
        self.send_form()
        self.expect_step("约定时间")

    def begin_session(self) -> None:
        """Begin a record of people who came without an appointment."""
        w = self.window
        self.expect_step("约定时间")
        self.tab("调解笔录")
        w.click("进入调解" if w.has_button("进入调解") else "再次调解")
        w.settle()

    def record_day(self, event: str, on: date) -> None:
        """Record the day of something outside the room, by 更多."""
        w = self.window
        w.click("更多")
        menu = w.popup(QMenu)
        menu.setActiveAction(next(entry for entry in menu.actions() if entry.text() == "登记起算日"))
        QTest.keyClick(menu, Qt.Key.Key_Return)
        w.settle()
        w.pick("事项", event)
        w.fill("日期", on.isoformat())
        self.send_form()

    def hold_session(
        self, said: dict[str, str], record: str, result: str, *, more: dict[str, str] | None = None
    ) -> None:
        """Hold a session and end it; ``more`` are further fields by label."""
        w = self.window
        self.begin_session()
        for name, text in said.items():
            w.fill(f"{name} 陈述", text)
        w.fill("调解记录", record)
        for label, text in (more or {}).items():
            w.fill(label, text)
        w.click(result)
        w.press(Qt.Key.Key_Return, CTRL)
        w.until(lambda: all(one.is_finished for one in self.folder.sessions), "the end of the session")
        w.settle()

    def perform(self, proof: str) -> None:
        """Record everything agreed as performed, item by item, then the end of performance."""
        w = self.window
        while self.step() == "记录履行":
            self.take("记录履行")
            w.pick("履行情况", "已履行")
            w.fill("凭证与情况", proof)
            self.send_form()
        self.take("履行完毕")
        self.send_form()

    def follow_up(self, performance: str, said: str = "") -> None:
        """Visit everybody by phone and record what was found."""
        w = self.window
        self.take("回访")
        w.pick("回访方式", "电话")
        for party in self.folder.case.parties:
            w.click(party.name, w.box("问到了谁"))
        w.fill("履行情况", performance)
        w.pick("是否满意（按当事人所说）", "满意")
        w.fill("当事人原话", said)
        w.pick("是否起诉", "未起诉")
        self.send_form()

    def assign_duties(self, person: str = VISITOR) -> None:
        """Give all four duties to one person."""
        w = self.window
        self.tab("四包")
        w.click("一次指定 4 项")
        w.settle()
        w.fill("责任领导", "街道办主任")
        w.fill("责任人", person)
        w.fill("责任单位", COMMITTEE)
        self.send_form()

    def complete_duty(self, duty: str, on: date, outcome: str) -> None:
        """Record how a duty ended."""
        w = self.window
        w.click(f"{duty} 填写")
        w.settle()
        w.fill("完成日期", on.isoformat())
        w.fill("完成情况", outcome)
        self.send_form()

    def issue_form(self, kind: DocumentKind) -> bytes:
        """Issue a form of the 文书 tab and give its stored page."""
        w = self.window
        self.tab("文书")
        before = len(self.documents(kind))
        w.click(kind.term)
        w.settle()
        w.click("出具")
        w.until(lambda: len(self.documents(kind)) == before + 1, kind.term)
        w.settle()
        return self.paper(kind)

    def said(self, refusal: Exception) -> str:
        """Give the sentence the program shows for a refusal."""
        return sentence(self.window.desktop.kit.translator, refusal)
