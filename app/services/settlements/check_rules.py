"""The rules of the agreement check as an organisation wants them: read, made stricter or laxer, added to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from app.domain.duties.rules import Rules
from app.domain.settlements.check.book import (
    CheckBook,
    CheckLevel,
    CheckSettings,
    OwnLevel,
    OwnPhrase,
    check_settings,
)
from app.domain.trust.actors import Actor
from app.domain.trust.history import HistoryEntry
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.services.done import Done
from app.services.transactions.as_seen import as_seen
from app.services.transactions.looking import look
from app.services.transactions.settling.check_book import check_book_of


class CheckRuleService:
    """Keeps what each organisation set; ``version`` is the one the user saw, 0 where nothing was set."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store = store
        self._rules = rules

    def book(self, organisation_id: UUID) -> CheckBook:
        """Give every rule with what an organisation set."""
        with look(self._store) as work:
            return check_book_of(work, self._rules, organisation_id)

    def last_set(self, organisation_id: UUID) -> HistoryEntry | None:
        """Tell who set something last, and when; None where nobody did."""
        with look(self._store) as work:
            own = work.check_settings.of_organisation(organisation_id)
            return None if own is None else next(iter(work.history.of_subject(own.id, 1)), None)

    def set_level(
        self, organisation_id: UUID, rule_id: str, level: CheckLevel, *, actor: Actor, version: int
    ) -> Done[CheckSettings]:
        """Set the level of a rule; RuleRefusal ``check.fixed`` where the law leaves none to choose."""
        shipped = self._rules.check.rule(rule_id)
        is_own = shipped is None or level.value != shipped.level.value

        def change(own: CheckSettings) -> CheckSettings:
            others = tuple(entry for entry in own.levels if entry.rule != rule_id)
            return replace(own, levels=(*others, OwnLevel(rule=rule_id, level=level)) if is_own else others)

        note = f"{'' if shipped is None else shipped.asks}：{level.term}"
        return self._write(
            organisation_id=organisation_id,
            change=change,
            version=version,
            actor=actor,
            act="check.level_set",
            note=note,
        )

    def set_phrases(
        self, organisation_id: UUID, phrases: tuple[OwnPhrase, ...], *, actor: Actor, version: int
    ) -> Done[CheckSettings]:
        """Set the organisation's own phrases in place of those before; InvalidInput ``check.…``."""

        def change(own: CheckSettings) -> CheckSettings:
            known = {one.phrase: one.id for one in own.phrases}  # the same words stay the same entry
            kept = tuple(replace(one, id=known.get(one.phrase, one.id)) for one in phrases)
            return replace(own, phrases=kept)

        note = "、".join(own.phrase for own in phrases)
        return self._write(
            organisation_id=organisation_id,
            change=change,
            version=version,
            actor=actor,
            act="check.phrases_set",
            note=note,
        )

    def _write(
        self,
        *,
        organisation_id: UUID,
        change: Callable[[CheckSettings], CheckSettings],
        version: int,
        actor: Actor,
        act: str,
        note: str,
    ) -> Done[CheckSettings]:
        with self._store.unit_of_work(actor) as work:
            work.organisations.get(organisation_id)
            stored = work.check_settings.of_organisation(organisation_id)
            seen = stored or CheckSettings(id=new_id(), organisation_id=organisation_id)
            wanted = change(as_seen("check_settings", seen, version))
            check_settings(wanted, self._rules.check)
            keep = work.check_settings.add if stored is None else work.check_settings.save
            return Done(keep(wanted, act=act, note=note), work.commit())
