"""What is remembered beside the database, in Redis. Knows nothing of who asks or what is stored."""
