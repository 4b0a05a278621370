"""The store: articles, mentions and events in SQL tables that any SQLite browser opens; one article is one transaction."""
