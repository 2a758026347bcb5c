"""What the joint applications to the police print, and how it is copied from a case."""
