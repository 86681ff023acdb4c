"""A program that confirms, reviews and drafts until it is killed, and says on stdout what was acknowledged.

Started by test_kill.py with a database and a document; a line is printed only after the call has come back.
"""

import itertools
import sys

from tm.errors import TaiyakuError
from tm.store import Store
from tm.workbench.documents import segments_page
from tm.workbench.editing import confirm, save_draft
from tm.workbench.review import accept, reject


def main(database: str, document_id: int, round_number: int) -> None:
    with Store.open(database, user="killed") as store:
        print("ready", flush=True)
        for step in itertools.count():
            position = step % 40 + 1
            segment = segments_page(store, document_id, position, 1)[0]
            text = f"Round {round_number}, step {step}."
            try:
                if step % 5 == 0:
                    segment = save_draft(store, segment, text + " Draft")
                done = confirm(store, segment, text)
                print(f"confirmed {done.id} {done.version} {text}", flush=True)
                if step % 7 == 0:
                    accept(store, done)
                if step % 11 == 0:
                    reject(store, segments_page(store, document_id, position, 1)[0], "Again.")
            except TaiyakuError as error:
                print(f"error {error}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
