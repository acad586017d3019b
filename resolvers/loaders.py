"""Loaders: one batch per access path and operation."""


class Loaders:
    """The loaders of one operation, made when first asked for."""
