"""What lets a reader check a PDF from the PDF alone.

A report carries what it was made from (`attached`) and, in `proof.json`, the digests of
its pages and attachments (`manifest`, `digests`), put there while it is printed
(`sealing`). It is both PDF/A-3 and PDF/UA-1 (`conformance`, `tagging`).
"""
