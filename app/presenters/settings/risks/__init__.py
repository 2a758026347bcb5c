"""The settings of how risk is graded."""
