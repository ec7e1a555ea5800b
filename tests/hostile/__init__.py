"""Attacks on every boundary: what content, disks and other processes may do to a build."""
