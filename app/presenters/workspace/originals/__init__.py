"""签名原件: where it lies, the scans that show it, and whether the stored page is still the one issued."""
