"""`python -m home_inventory_cli`."""

from .app import main

if __name__ == "__main__":
    main()
