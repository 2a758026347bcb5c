"""The translator that presenters, screens and documents are given; there is no global one."""

from __future__ import annotations

from gettext import NullTranslations

SOURCE_LOCALE = "zh_CN"
"""The language of the message ids: Chinese needs no catalogue of its own."""


class Translator:
    """Turns a Chinese message id into the sentence of one locale, with its facts put in.

    Facts are named: ``translator.text("还差 {n} 项", n=3)``. A translation whose
    placeholders do not fit the facts falls back to the message id, so a slip in a
    catalogue can never hide a figure from the reader.
    """

    def __init__(self, locale: str = SOURCE_LOCALE, catalogue: NullTranslations | None = None) -> None:
        self.locale = locale
        self._catalogue = catalogue if catalogue is not None else NullTranslations()

    @property
    def is_right_to_left(self) -> bool:
        """Whether the locale is written from right to left."""
        return self.locale.split("_")[0] in {"ug", "ar", "fa", "ur", "he"}

    def text(self, message: str, **facts: object) -> str:
        """Return ``message`` in this locale with ``facts`` filled in."""
        return _filled(self._catalogue.gettext(message), message, facts)

    def plural(self, one: str, many: str, n: int, **facts: object) -> str:
        """Return the form for ``n`` things; ``n`` is itself a fact."""
        source = one if n == 1 else many
        return _filled(self._catalogue.ngettext(one, many, n), source, {"n": n, **facts})

    def context(self, context: str, message: str, **facts: object) -> str:
        """Return ``message`` as it is meant in ``context`` (one word, two translations)."""
        return _filled(self._catalogue.pgettext(context, message), message, facts)


def _filled(translated: str, source: str, facts: dict[str, object]) -> str:
    """Put the facts in; a translation that asks for others gives way to the source."""
    if not facts:
        return translated
    try:
        return translated.format(**facts)
    except (KeyError, IndexError, ValueError):
        return source.format(**facts)
