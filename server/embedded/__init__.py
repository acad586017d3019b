"""PostgreSQL and Valkey of our own for development and tests: started, tended and ended by one supervisor."""
