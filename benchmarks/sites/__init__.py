"""The corpus as a site of each generator; what does not depend on it stands in `templates/`."""
