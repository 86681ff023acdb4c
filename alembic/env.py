"""How Alembic runs here: on the connection it is given, or on a fresh database of its own.

The program itself gives a connection that is in a transaction already. Alembic's command line (`alembic check`) gives none:
it works on a temporary database, brought up to the newest revision.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy import Connection

from alembic import context
from tm.store import Store
from tm.store.tables import metadata


def run(connection: Connection) -> None:
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True, compare_type=True
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.db"
        # In a process of its own, as Alembic runs only once at a time in one.
        make = "import sys; from tm.store import Store; Store.open(sys.argv[1]).close()"
        subprocess.run([sys.executable, "-c", make, str(fresh)], check=True)
        with Store.open(fresh) as store, store.maintain() as own:
            run(own)
