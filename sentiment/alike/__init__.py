"""The same story told twice: near-duplicates by words, within one service and some weeks. Only ever said."""
