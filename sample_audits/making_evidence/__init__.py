"""Makes the tables of evidence of the sample audits, the same every time.

    python -m sample_audits.making_evidence [FOLDER]

The organisations are invented, and so is every row. What a table shows, and which claim
of the profile it bears out or disproves, stands beside the code that makes it so; the
quirks are those that real exports have.
"""
