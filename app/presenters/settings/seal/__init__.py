"""电子签章证书 of the own organisation: which it is, and choosing another."""
