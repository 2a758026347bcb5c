"""签约: the panel of the places to sign, and the window in which somebody signs on the screen."""
