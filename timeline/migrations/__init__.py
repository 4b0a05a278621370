"""Steps from one layout of the store to the next; Alembic runs them when a store is opened."""
