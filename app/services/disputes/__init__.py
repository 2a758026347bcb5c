"""Use cases of disputes: intake, registration, the steps of a case and the lists of cases."""
