"""What writers have done for them: a new site, and more to come."""
