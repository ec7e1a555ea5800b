"""Reading: a site's folder as records of the model, nothing resolved yet."""
