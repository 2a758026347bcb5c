"""电子签章: the certificate an organisation seals with, the sealed copies of papers, what verifying finds."""
