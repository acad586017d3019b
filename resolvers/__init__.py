"""What happens: one function per operation. Knows neither GraphQL nor SQL."""
