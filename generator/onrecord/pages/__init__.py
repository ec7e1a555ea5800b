"""The dossier becomes planned pages, each with a closed view of what it shows."""
