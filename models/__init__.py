"""What is stored: rows, queries, the transaction door. The only room that speaks Tortoise and SQL."""
