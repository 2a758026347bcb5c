"""Lines of text: broken by Chinese rules, ordered for the eye, set as runs, drawn."""
