"""Reads and judges: text to claims, claims to events, events to findings.

Pure: no network, store, clock or screen.
"""
