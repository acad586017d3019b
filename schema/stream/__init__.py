"""Streams: what a subscription field asks of the event stream, and how an event becomes a message."""

from schema.stream.asking import definitions, jobs, source, validations

__all__ = ["definitions", "jobs", "source", "validations"]
