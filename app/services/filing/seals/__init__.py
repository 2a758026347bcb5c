"""电子签章: choosing the certificate, sealing a paper, withdrawing, and judging a seal that is handed in."""
