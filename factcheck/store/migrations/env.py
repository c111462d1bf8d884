"""Runs migrations on the connection that `factcheck.store.schema` hands over, inside its transaction."""

from alembic import context

from factcheck.store.schema import comparison

context.configure(connection=context.config.attributes["connection"], **comparison())
with context.begin_transaction():
    context.run_migrations()
