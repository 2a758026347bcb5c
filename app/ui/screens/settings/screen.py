"""设置: whose centre this is, its numbers, how it looks, and where its data are."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.settings.looks import Preferences
from app.ui.kit import Kit
from app.ui.page_protocols import DATA
from app.ui.screens.settings.data_section import DataSection
from app.ui.screens.settings.holiday_section import HolidaySection
from app.ui.screens.settings.ladders_section import LaddersSection
from app.ui.screens.settings.lock_section import LockSection
from app.ui.screens.settings.look_section import LookSection
from app.ui.screens.settings.numbering_section import NumberingSection
from app.ui.screens.settings.organisation_sections import OrganisationSections
from app.ui.screens.settings.places_section import PlacesSection
from app.ui.screens.settings.risks_section import RisksSection
from app.ui.screens.settings.rules.channels import ChannelsSection
from app.ui.screens.settings.rules.checks import ChecksSection
from app.ui.screens.settings.rules.deadlines import RulesSection
from app.ui.screens.settings.rules.kinds import KindsSection
from app.ui.screens.settings.rules.retention import RetentionSection
from app.ui.screens.settings.rules.wordings import WordingsSection
from app.ui.shell.headers import PageHeader
from app.ui.shell.pages import bind
from app.ui.widgets.switches import ViewTabs

ORGANISATION, STUDIOS, PEOPLE = "organisation", "studios", "people"
PLACES, LADDERS, RISKS, CHANNELS, CHECKS = "places", "ladders", "risks", "channels", "checks"
NUMBERS, HOLIDAYS, RULES, LOOKS, LOCK = "numbers", "holidays", "rules", "looks", "lock"
KINDS, WORDINGS, RETENTION = "kinds", "wordings", "retention"


class SettingsScreen(QWidget):
    """Its sections under one line of words; Ctrl+PgUp and Ctrl+PgDn turn the pages."""

    def __init__(
        self,
        kit: Kit,
        desk: Desk,
        navigator: Navigator,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sections = self._make(kit, desk, navigator, preferences)
        self.tabs = ViewTabs(
            kit,
            [(key, words, "") for key, (words, _widget) in self._sections.items()],
            name=kit.translator.text("设置"),
        )
        self._stack = QStackedWidget()
        self._build(kit)
        bind(self, "Ctrl+PgDown", lambda: self._turn(1))
        bind(self, "Ctrl+PgUp", lambda: self._turn(-1))
        bind(self, "Ctrl+F", self._to_search)

    def _make(
        self, kit: Kit, desk: Desk, navigator: Navigator, preferences: Preferences
    ) -> dict[str, tuple[str, QWidget]]:
        say = kit.translator.text
        self._organisations = OrganisationSections(kit, desk, navigator)
        self._organisations.setParent(self)
        self.ladders = LaddersSection(kit, desk, navigator)
        self.risks = RisksSection(kit, desk, navigator)
        self.places = PlacesSection(kit, desk, navigator)
        self.numbering = NumberingSection(kit, desk, navigator)
        self.holidays = HolidaySection(kit, desk, navigator)
        self.rules = RulesSection(kit, desk, navigator)
        self.channels = ChannelsSection(kit, desk)
        self.checks = ChecksSection(kit, desk, navigator)
        self.kinds = KindsSection(kit)
        self.wordings = WordingsSection(kit, desk, navigator)
        self.retention = RetentionSection(kit, desk, navigator)
        self.looks = LookSection(kit, preferences)
        self.lock = LockSection(kit, desk, navigator, preferences)
        self.data = DataSection(kit, desk)
        return {
            ORGANISATION: (say("本单位"), self._organisations.organisation),
            STUDIOS: (say("调解室"), self._organisations.studios),
            PEOPLE: (say("人员"), self._organisations.people),
            PLACES: (say("单位与网格"), self.places),
            LADDERS: (say("时钟"), self.ladders),
            RISKS: (say("风险"), self.risks),
            NUMBERS: (say("编号"), self.numbering),
            HOLIDAYS: (say("节假日"), self.holidays),
            RULES: (say("时限规则"), self.rules),
            CHANNELS: (say("渠道规则"), self.channels),
            CHECKS: (say("检查规则"), self.checks),
            KINDS: (say("文书种类"), self.kinds),
            WORDINGS: (say("文书用语"), self.wordings),
            RETENTION: (say("保管期限"), self.retention),
            LOOKS: (say("外观"), self.looks),
            LOCK: (say("锁屏"), self.lock),
            DATA: (say("数据"), self.data),
        }

    def _build(self, kit: Kit) -> None:
        for _words, widget in self._sections.values():
            self._stack.addWidget(widget)
        self.tabs.on_chosen(self.open_section)
        column = QVBoxLayout(self)
        kit.style.lay(column, (24, 20, 24, 0), gap=12)
        column.addWidget(PageHeader(kit, kit.translator.text("设置")))
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def page_shown(self) -> None:
        """Take the stage: what is typed stays, what is stored is read again."""
        self._organisations.refresh()
        self.places.refresh()
        self.ladders.refresh()
        self.risks.refresh()
        self.numbering.refresh()
        self.holidays.refresh()
        self.rules.refresh()
        self.channels.refresh()
        self.checks.refresh()
        self.kinds.refresh()
        self.wordings.refresh()
        self.retention.refresh()
        self.looks.refresh()
        self.lock.refresh()
        self.data.refresh()

    def page_left(self) -> None:
        """Give way; forms keep their own drafts."""

    def open_section(self, key: str) -> None:
        """Show a section by its key."""
        self.tabs.show_value(key)
        self._stack.setCurrentWidget(self._sections[key][1])

    def _to_search(self) -> None:
        if self._stack.currentWidget() is self.kinds:
            self.kinds.to_search()

    def _turn(self, by: int) -> None:
        keys = [*self._sections]
        self.open_section(keys[(keys.index(self.tabs.value()) + by) % len(keys)])
