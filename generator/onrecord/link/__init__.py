"""All facts together become the dossier: who said what, when, where it stands, and what it touches."""
