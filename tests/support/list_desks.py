"""Desks over a small centre, for tests of lists: who sits there, and a view that notes what it is shown."""

from __future__ import annotations

from app.domain.people.staff import StaffMember
from app.i18n import Formats, Translator
from app.presenters.desk import Desk, InlineRunner, Runner
from tests.support.centres import Centre
from tests.support.intake_desk import Feed


class Note:
    """One method of the recorder: calling it only writes the call down."""

    def __init__(self, calls: list[tuple[str, tuple[object, ...]]], name: str) -> None:
        self._calls, self._name = calls, name

    def __call__(self, *given: object, **named: object) -> None:
        self._calls.append((self._name, (*given, *named.values())))


class Recorder:
    """Notes every call: the last arguments of each name, and all calls in order."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Note:
        if name.startswith("_"):
            raise AttributeError(name)
        return Note(self.calls, name)

    def last(self, name: str) -> object:
        """Give what the last call of a name was given: one value alone, several as a tuple."""
        found = next((given for called, given in reversed(self.calls) if called == name), None)
        if found is None:
            raise LookupError(f"{name} was never called")
        return found[0] if len(found) == 1 else found

    def count(self, name: str) -> int:
        """Count the calls of a name."""
        return sum(1 for called, _given in self.calls if called == name)


def desk_of(centre: Centre, me: StaffMember | None = None, runner: Runner | None = None) -> Desk:
    """Seat a member of staff (the mediator, unless another is named) at the centre."""
    translator = Translator()
    return Desk(
        services=centre.services,
        me=me or centre.mediator,
        translator=translator,
        formats=Formats(),
        clock=centre.clock,
        runner=runner or InlineRunner(),
        feed=Feed(),
    )
