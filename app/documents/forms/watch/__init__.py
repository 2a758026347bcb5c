"""The papers of watching: order and receipt, reply, whistle."""
