"""Matching: similarity, the index, scores, differences. Pure: arrays and strings in, values out."""
