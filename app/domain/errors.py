"""Expected refusals: each carries a code and the facts from which a presenter makes a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Fact = str | int | None


class DomainError(Exception):
    """A refusal the program expects; never shown raw, never a bug.

    ``code`` names the rule in dotted words (``"money.too_large"``); ``field`` is the
    dotted path of the input it concerns (``"applicants.0.phone"``) or empty; ``facts``
    fill the sentence that ``app.presenters.sentences`` holds for the code.
    """

    def __init__(self, code: str, *, field: str = "", **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.facts: Mapping[str, Fact] = MappingProxyType(dict(facts))

    def tell(self, **facts: Fact) -> None:
        """Add facts, or say them in other words, on the way to whoever words the refusal."""
        self.facts = MappingProxyType({**self.facts, **facts})

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        place = f" at {self.field}" if self.field else ""
        return f"{self.code}{place}({shown})"


class InvalidInput(DomainError):
    """Something typed that cannot be what it should be; what was typed stays."""


class RuleRefusal(DomainError):
    """A rule of law or of the centre forbids the step; ``facts`` may name the article."""


class NotFound(DomainError):
    """The thing asked for does not exist in this database."""


class StaleWrite(DomainError):
    """Somebody else saved the same thing first; both values are in ``conflicts``."""

    def __init__(self, kind: str, id_: str, conflicts: Mapping[str, tuple[str, str]]) -> None:
        super().__init__("write.stale", kind=kind, id=id_)
        self.conflicts = MappingProxyType(dict(conflicts))


class StorageRefusal(DomainError):
    """The data folder, database or disk cannot be used; says where and what to do."""
