"""`python -m tm` is `tm`."""

from tm.cli.main import main

if __name__ == "__main__":
    main()
