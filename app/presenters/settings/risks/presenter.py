"""风险分级: the scale of one's own organisation, and the ones it may begin from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol
from uuid import UUID, uuid5

from app.domain.changes import Changes
from app.domain.disputes.risk.rules import RiskScale
from app.domain.disputes.risk.scales import LocalRiskScale, begun_from, scale_in_force
from app.presenters.desk import Desk
from app.presenters.navigation import Navigator
from app.presenters.rosters.entry_form import Saved
from app.presenters.rosters.entry_presenter import EntryPresenter
from app.presenters.sentences import sentence
from app.presenters.settings.organisations import NamedLine
from app.presenters.settings.risks.scale_form import scale_form
from app.presenters.triage.scale_words import in_order, step_words

_SHIPPED = UUID("7d1f8f0e-6f0f-5c1e-9b7b-2f6f1d8a4c11")
"""Under which the shipped scales, known by their codes, get ids to be picked by."""


class RisksView(Protocol):
    """What the section can show."""

    def show_scale(self, scale: Sequence[NamedLine], steps: Sequence[str]) -> None:
        """Show the scale in force and its steps, the gravest first."""

    def show_presets(self, presets: Sequence[NamedLine]) -> None:
        """Show what may be taken over."""

    def show_error(self, words: str) -> None:
        """Say at the top what failed; empty words hide it."""

    def open_scale(self, form: EntryPresenter[LocalRiskScale]) -> None:
        """Open the form of a scale."""


class RisksPresenter:
    """Reads the scale once and after every write."""

    def __init__(self, desk: Desk, navigator: Navigator, view: RisksView) -> None:
        self._desk, self._navigator, self._view = desk, navigator, view
        self._say = desk.translator.text
        self._own: LocalRiskScale | None = None
        self._end = desk.feed.on_change(self._on_change)

    def refresh(self) -> None:
        """Read everything."""
        scales, mine = self._desk.services.risk_scales, self._desk.me.organisation_id
        self._desk.runner.submit(lambda: scales.own(mine), self._arrived, self._failed)

    # user → presenter

    def edit(self, _id: UUID) -> None:
        """Change the scale in force; a shipped one becomes the organisation's own."""
        shipped = self._desk.services.risk_scales.shipped
        if self._own is not None:
            self._open(self._own)
        elif shipped:
            self._open(begun_from(shipped[0], self._desk.me.organisation_id))

    def adopt(self, preset_id: UUID) -> None:
        """Take a shipped scale over, in place of what was set before."""
        for scale in self._desk.services.risk_scales.shipped:
            if _id_of(scale) == preset_id:
                begun = begun_from(scale, self._desk.me.organisation_id)
                self._open(begun if self._own is None else _over(self._own, begun))

    # services → view

    def _open(self, scale: LocalRiskScale) -> None:
        form = EntryPresenter(self._desk, scale_form(self._desk, scale), self._on_saved)
        self._view.open_scale(form)

    def _arrived(self, own: LocalRiskScale | None) -> None:
        self._own = own
        self._view.show_error("")
        shipped = self._desk.services.risk_scales.shipped
        scale = scale_in_force(own, shipped)
        lines = [] if scale is None else [NamedLine(_id_of(scale), self._say(scale.name), self._about(scale))]
        translator = self._desk.translator
        steps = [] if scale is None else [step_words(translator, step) for step in reversed(in_order(scale))]
        self._view.show_scale(lines, steps)
        self._view.show_presets(
            [NamedLine(_id_of(one), self._say(one.name), self._about(one)) for one in shipped]
        )

    def _about(self, scale: RiskScale) -> str:
        names = "、".join(dict.fromkeys(self._say(step.name) for step in reversed(in_order(scale))))
        mark = "" if scale.is_verified else self._say("未核实")
        return "　".join(part for part in (names, self._say(scale.source), mark) if part)

    def _on_saved(self, saved: Saved) -> None:
        self._navigator.toast(saved.told)

    def _on_change(self, changes: Changes) -> None:
        if "risk_scale" in changes.kinds:
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_error(sentence(self._desk.translator, error))


def _id_of(scale: RiskScale) -> UUID:
    return uuid5(_SHIPPED, scale.code)


def _over(own: LocalRiskScale, begun: LocalRiskScale) -> LocalRiskScale:
    """Lay a shipped scale over what was set: the entry stays the same one."""
    return replace(own, name=begun.name, steps=begun.steps, basis=begun.basis, is_verified=False)
