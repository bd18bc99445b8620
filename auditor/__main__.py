"""`python -m auditor`: the same as `cxaudit`."""

from __future__ import annotations

from auditor.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main(prog_name="cxaudit")
