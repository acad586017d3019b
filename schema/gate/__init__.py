"""The gate: HTTP, WebSocket and server-sent events, one set of limits, one way to execute, one way to say no."""
