"""The pages of the window; each implements the view of its presenter."""
