"""Words and figures for people: translators and formats bound to an explicit locale."""

from app.i18n.catalogue import available_locales, load_translator
from app.i18n.formats import Formats, left_to_right
from app.i18n.marks import msgid
from app.i18n.translator import SOURCE_LOCALE, Translator

__all__ = [
    "SOURCE_LOCALE",
    "Formats",
    "Translator",
    "available_locales",
    "left_to_right",
    "load_translator",
    "msgid",
]
