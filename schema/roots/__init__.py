"""Entry points: the fields of Query, Mutation and Subscription, by noun."""
