"""The use-cases. Each owns one transaction."""
