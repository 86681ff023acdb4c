"""The top floor: memories, matching, exchange, the store, the workbench, and its two faces."""
