"""The wording an organisation has in force, put on contents while they are frozen."""
