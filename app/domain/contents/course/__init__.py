"""The papers of the course of mediation between application and closing: contents and how they are filled."""
