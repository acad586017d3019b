"""Clients of live events, as examples/clients shows them, against a running server."""
