"""What office documents have in common: colours, properties, and bytes that stay."""

from __future__ import annotations
