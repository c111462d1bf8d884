"""The schema's history, run by `factcheck.store.schema`."""
