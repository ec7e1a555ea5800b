"""All facts together become the dossier: who said what, when, and where it stands."""
