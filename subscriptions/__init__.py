"""What is live: numbered events, who hears them, and how nobody misses one."""
