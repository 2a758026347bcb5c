"""What the dispute is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.disputes.sources import MediationChannel, RiskFlag
from app.domain.people.organisations import Organisation
from app.presenters.desk import Desk
from app.presenters.intake.entries import IntakeEntry
from app.presenters.intake.presenter import IntakePresenter
from app.presenters.intake.shown import Option
from app.presenters.intake.words import TIERS, IntakeWords, words
from app.ui.kit import Kit
from app.ui.screens.intake.binding import Binding, leaves, show_in
from app.ui.screens.intake.parts import Part
from app.ui.screens.intake.party_fields import choices_of
from app.ui.screens.intake.triage.address_offer import AddressOffer
from app.ui.widgets.fields import ChipGroup, ChipItem, ChoiceField, FieldBox, LineField, TextField
from app.ui.widgets.fields.grid import FieldGrid
from app.ui.widgets.fields.initials import initials
from app.ui.widgets.fields.ticks import TickSet
from app.ui.widgets.texts import Text


class DisputePart(Part):
    """Type, amount, place, facts, requests, risk, channel."""

    def __init__(self, kit: Kit, desk: Desk, presenter: IntakePresenter, binding: Binding) -> None:
        text = kit.translator.text
        super().__init__(kit, 4, text("纠纷"))
        self._kit, self._presenter, self._binding = kit, presenter, binding
        self._boxes: dict[str, FieldBox] = {}
        types = desk.services.people.dispute_types(desk.today).types
        kinds: ChoiceField[str] = ChoiceField(
            kit, initials, choices_of(Option(entry.code, text(entry.name)) for entry in types)
        )
        top = FieldGrid(kit)
        self._add(top, "dispute_type", FieldBox(kit, text("类型"), kinds, required=True), 3)
        self._add(top, "amount", FieldBox(kit, text("标的（元）"), LineField(kit)), 3)
        place = LineField(kit)
        AddressOffer(desk, place)
        self._add(top, "place", FieldBox(kit, text("发生地"), place), 6)
        self._facts(top)
        self.body.addWidget(top)
        self._flags: TickSet[RiskFlag] = TickSet(
            kit, [(flag, text(flag.term)) for flag in RiskFlag], name=text("风险")
        )
        self._flags.on_ticked(lambda chosen: presenter.typed("risk_flags", chosen))
        row = QHBoxLayout()
        kit.style.lay(row, gap=12)
        row.addWidget(Text(kit, text("风险"), size="small", tone="text2"))
        row.addWidget(self._flags, 1)
        self.body.addLayout(row)
        self._lower(IntakeWords(kit.translator))

    def show_entry(self, entry: IntakeEntry) -> None:
        """Show all fields."""
        tier = self._boxes["tier"].editor
        if isinstance(tier, ChoiceField):
            blank = Option("", self._kit.translator.text("按调委会"))
            tier.show_choices(choices_of((blank, *words(self._kit.translator, TIERS, entry.tier))))
        for name, box in self._boxes.items():
            show_in(box, getattr(entry, name))
        self._flags.show_value(entry.risk_flags)

    def show_studios(self, organisation: Organisation) -> None:
        """Offer the studios of the committee; without any the field is not shown."""
        editor = self._boxes["studio_id"].editor
        options = [Option(None, self._kit.translator.text("不指定"))]
        studios = [Option(studio.id, studio.name) for studio in organisation.studios]
        if isinstance(editor, ChoiceField):
            editor.show_choices(choices_of([*options, *studios]))
            editor.show_value(self._presenter.entry.studio_id)

    def show_title_hint(self, text: str) -> None:
        """Show the title that will be used when none is typed."""
        editor = self._boxes["title"].editor
        if isinstance(editor, LineField):
            editor.setPlaceholderText(text)

    def show_risk_hint(self, text: str) -> None:
        """Show the suggested level."""
        self._boxes["risk"].set_note(text)

    def boxes(self) -> Iterator[FieldBox]:
        """Give the fields in order."""
        yield from self._boxes.values()

    def stops(self) -> Iterator[QWidget]:
        """Give what takes the focus, the ticks of risk before the level."""
        for name, box in self._boxes.items():
            if name == "risk":
                yield from self._flags.ticks()
            yield from leaves(box) if box.focusPolicy().value else (box,)

    def _facts(self, grid: FieldGrid) -> None:
        text, kit = self._kit.translator.text, self._kit
        facts = TextField(kit, least=2, most=14)
        self._add(grid, "facts", FieldBox(kit, text("经过"), facts, required=True, counted=True), 12)
        requests = TextField(kit, least=1, most=8, placeholder=text("请求对方做什么、付多少"))
        self._add(grid, "requests", FieldBox(kit, text("诉求"), requests, counted=True), 12)

    def _lower(self, options: IntakeWords) -> None:
        kit, text = self._kit, self._kit.translator.text
        grid = FieldGrid(kit)
        levels: list[Option[object]] = [Option(None, text("按建议"))]
        levels.extend(Option(option.value, option.text) for option in options.risks)
        self._add(grid, "risk", self._choice(text("风险等级"), levels), 3)
        self._add(grid, "tier", self._choice(text("层级"), ()), 3)
        self._add(grid, "studio_id", self._choice(text("调解室"), ()), 6)
        channels: ChipGroup[MediationChannel] = ChipGroup(
            kit,
            [ChipItem(channel, text(channel.term)) for channel in MediationChannel],
            name=text("四调"),
            with_keys=False,
        )
        self._add(grid, "channel", FieldBox(kit, text("四调，由本调委会办理"), channels), 12)
        self._add(grid, "title", FieldBox(kit, text("案由"), LineField(kit)), 12)
        self.body.addWidget(grid)

    def _choice(self, label: str, options: Sequence[Option[object]]) -> FieldBox:
        field: ChoiceField[object] = ChoiceField(self._kit, initials, choices_of(options))
        return FieldBox(self._kit, label, field)

    def _add(self, grid: FieldGrid, name: str, box: FieldBox, share: int) -> None:
        self._boxes[name] = self._binding.bind(box, lambda: name)
        grid.add(box, share)
