"""What stands in the fields of a form, over the record it was typed for."""

from __future__ import annotations

import json
from typing import Generic, TypeVar

from app.presenters.rosters.entry_form import Clash, EntryForm, FieldProblem, Values, merge

R = TypeVar("R")


class TypedEntry(Generic[R]):
    """Values as typed, beside those of the stored record they were typed over (``base``)."""

    def __init__(self, form: EntryForm[R]) -> None:
        self.form = form
        self.record = form.seen
        self.base = form.values(form.seen)
        self.values = dict(self.base)

    @property
    def is_touched(self) -> bool:
        """Tell whether the fields differ from the stored record."""
        return self.values != self.base

    def reset(self) -> None:
        """Bring every field back to the stored record."""
        self.values = dict(self.base)

    def adopt(self, record: R) -> tuple[Clash, ...]:
        """Take a newer stored record: untouched fields follow it; gives the fields both changed."""
        theirs = self.form.values(record)
        self.values, keys = merge(self.base, self.values, theirs)
        self.record, self.base = record, theirs
        return self._clashes(keys)

    def settle(self, record: R) -> None:
        """Take the record as this form saved it; everything typed is in it."""
        self.record, self.base = record, self.form.values(record)
        self.values = dict(self.base)

    def payload(self) -> str:
        """Write everything as a draft keeps it."""
        return json.dumps({"values": self.values, "base": self.base}, ensure_ascii=False)

    def take_up(self, payload: str) -> tuple[Clash, ...]:
        """Go on with a draft, which may have been typed over an older record."""
        kept = json.loads(payload)
        known = self.values.keys() | {field.key for field in self.form.fields}
        ours, base = (
            {key: str(value) for key, value in kept.get(part, {}).items() if key in known}
            for part in ("values", "base")
        )
        self.values, keys = merge(base, ours, self.base)
        return self._clashes(keys)

    def problems(self) -> tuple[FieldProblem, ...]:
        """Check the fields that are asked for."""
        shown = self.form.shown_keys(self.values)
        return tuple(problem for problem in self.form.check(self.values) if problem.key in shown)

    def _clashes(self, keys: tuple[str, ...]) -> tuple[Clash, ...]:
        labels = {field.key: field.label for field in self.form.fields}
        theirs: Values = self.base
        return tuple(
            Clash(
                labels.get(key, key),
                self.form.said(key, self.values[key]),
                self.form.said(key, theirs.get(key, "")),
            )
            for key in keys
        )
