"""Texts that follow from a verdict. Nothing is written that the answers do not support."""
