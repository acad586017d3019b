"""The endpoints of the authorization server: they read requests, call operations, and write answers."""
