"""How fast and how frugal live events are, beside a Node server and beside the naive way: `python -m benchmarks.live`."""
