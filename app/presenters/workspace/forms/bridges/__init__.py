"""The forms of the joint applications to the police, and the folder that goes along."""
