"""Every step of a case as a form: what is asked, how it is read, and what sending it does."""
