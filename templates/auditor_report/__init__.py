"""Templates, style sheets and other assets of the report; data, no code."""
