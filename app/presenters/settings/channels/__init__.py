"""渠道规则: each channel of mediation with every rule of it, to read."""
