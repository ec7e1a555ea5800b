"""The cast of a site and the table of its ids: who is who, and what each article needs to know."""
