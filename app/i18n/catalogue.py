"""Catalogues are read straight from ``.po`` files: nothing to compile, nothing to go stale."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from app.i18n.translator import SOURCE_LOCALE, Translator

_DOMAIN = "maplebridge"


def catalogue_file(locales: Path, locale: str) -> Path:
    """Where the catalogue of ``locale`` lies below the folder of all locales."""
    return locales / locale / "LC_MESSAGES" / f"{_DOMAIN}.po"


def available_locales(locales: Path) -> tuple[str, ...]:
    """Return the source locale and every locale that has a catalogue, in that order."""
    found = sorted(path.parent.parent.name for path in locales.glob(f"*/LC_MESSAGES/{_DOMAIN}.po"))
    return (SOURCE_LOCALE, *(name for name in found if name != SOURCE_LOCALE))


def load_translator(locales: Path, locale: str = SOURCE_LOCALE) -> Translator:
    """Return the translator of ``locale``; one without a catalogue speaks the source language.

    Fuzzy entries are left out, because a guess is worse than the original.
    """
    path = catalogue_file(locales, locale)
    if locale == SOURCE_LOCALE or not path.is_file():
        return Translator(SOURCE_LOCALE)
    # Imported on use: the source language, which most windows speak, opens without it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    with path.open("rb") as source:
        messages = read_po(source, locale=locale, domain=_DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, messages, use_fuzzy=False)
    compiled.seek(0)
    return Translator(locale, Translations(compiled, domain=_DOMAIN))
