"""The desktop face: PySide6 widgets that show what presenters say. Qt lives here alone."""
