"""From the SQL of the embedded engine to that of another, by SQLGlot.

Statements are written once. SQLGlot knows how engines differ in syntax, types and most
functions; `DIALECTS` hold what it leaves as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlglot import exp, parse_one

from auditor.evidence.engines.postgres_dialect import POSTGRES
from auditor.evidence.engines.spark_dialect import SPARK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence.engines.dialect import Dialect

__all__ = ["DIALECTS", "translated", "view_in"]

DIALECTS: Final = {each.name: each for each in (POSTGRES, SPARK)}
"""The engines that understand us, by SQLGlot's name."""

_READ: Final = "duckdb"


def translated(
    query: str, dialect: str, relations: Mapping[str, str], sources: Mapping[str, str]
) -> str:
    """A statement as another engine understands it.

    Args:
        query: The statement, in the SQL of the embedded engine.
        dialect: One of `DIALECTS`.
        relations: Queries of the relations that it names, in the same SQL.
        sources: Queries in the other engine's own SQL, which are not translated.
    """
    tree = _inlined(parse_one(query, read=_READ), relations)
    text = _rewritten(tree, DIALECTS[dialect]).sql(dialect=dialect)
    for name, own in sources.items():
        written = exp.to_identifier(name, quoted=True).sql(dialect=dialect)
        # On lines of its own: a query may end in a comment.
        text = text.replace(written, f"(\n{own}\n) AS source")
    return text


def view_in(query: str) -> dict[str, str]:
    """The name and the query of a view that a statement creates; else nothing."""
    if not query.startswith("CREATE"):
        return {}
    tree = parse_one(query, read=_READ)
    return {tree.this.name: tree.expression.sql(dialect=_READ)}


def _inlined(tree: exp.Expr, relations: Mapping[str, str]) -> exp.Expr:
    """A tree in which the queries of relations stand for their names."""
    parts = {part.alias for part in tree.find_all(exp.CTE)}
    for table in list(tree.find_all(exp.Table)):
        query = relations.get(table.name)
        within = table.find_ancestor(exp.CTE)
        is_part = table.name in parts and not (within and within.alias == table.name)
        if query and not is_part:
            inner = _inlined(parse_one(query, read=_READ), relations)
            table.replace(exp.Subquery(this=inner, alias=table.args.get("alias")))
    return tree


def _rewritten(tree: exp.Expr, dialect: Dialect) -> exp.Expr:
    """A tree with every node as the engine has it, inner ones first."""
    root = exp.Paren(this=tree)
    for node in reversed(list(tree.walk())):
        other = dialect.rewritten(node)
        if other is not node:
            node.replace(other)
    for place, part in enumerate(root.find_all(exp.Subquery, exp.CTE)):
        # Before version 16 PostgreSQL insists on a name for every one.
        if not part.alias and isinstance(part.parent, exp.From | exp.Join):
            name = exp.to_identifier(f"part_{place}")
            part.set("alias", exp.TableAlias(this=name))
        if dialect.fences and isinstance(part.this, exp.Select):
            part.this.set("offset", exp.Offset(expression=exp.Literal.number(0)))
    rewritten: exp.Expr = root.this
    return rewritten
