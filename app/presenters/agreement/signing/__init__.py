"""签约: the places to sign, how each is filled, who refuses, and what is still missing."""
