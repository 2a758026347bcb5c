"""Changing the channel of a case: it is never edited, the old case ends and a linked one begins."""
