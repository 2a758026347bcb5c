"""电子签章 in PDF: reading certificates, sealing frozen bytes by an update behind them, reading seals."""
