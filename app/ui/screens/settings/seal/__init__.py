"""电子签章证书: the card of the certificate the own organisation seals with."""
