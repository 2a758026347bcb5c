"""How the program looks: tokens, fonts, icons and the one style sheet made from them."""

from app.ui.style.style import Style
from app.ui.style.tokens import Palette, Tokens, load_tokens

__all__ = ["Palette", "Style", "Tokens", "load_tokens"]
