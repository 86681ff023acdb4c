"""Exchange of units with other tools: TMX and CSV. Pure: streams in, values out, and back."""

from tm.exchange.csv_units import UnitTable, read_units_csv, write_units_csv
from tm.exchange.files import atomic_write
from tm.exchange.tmx_read import TmxReader, read_tmx
from tm.exchange.tmx_write import write_tmx

__all__ = ["TmxReader", "UnitTable", "atomic_write", "read_tmx", "read_units_csv", "write_tmx", "write_units_csv"]
