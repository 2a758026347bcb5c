"""The forms of the applications to a court, and the folder that goes along."""
