"""Comparing what was read: which differences have a reason, and which are left over."""
