"""The registers of parties and of staff as widgets, and the window of an entry's form."""
