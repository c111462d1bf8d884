"""The JSON API under `/api/v1`: for a CMS, and for everything else that is not a browser."""
