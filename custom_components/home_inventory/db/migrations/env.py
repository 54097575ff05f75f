"""Run by Alembic: migrations go through the connection that the caller has opened."""

from alembic import context

from custom_components.home_inventory.db.schema import VERSION_TABLE, Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
