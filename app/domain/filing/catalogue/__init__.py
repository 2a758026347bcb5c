"""The one catalogue of the kinds of paper: what each is, asks for, who signs and seals it, where it goes."""
