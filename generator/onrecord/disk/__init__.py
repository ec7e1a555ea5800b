"""The site's folder on the disk: which files lie there, safely opened, and the digest of each."""
