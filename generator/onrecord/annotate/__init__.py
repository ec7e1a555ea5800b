"""One article and its slice become a body with slots and located facts."""
