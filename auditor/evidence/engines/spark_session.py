"""A session of Spark for as long as it is needed: the active one, or one of our own."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from auditor.errors import EvidenceError
from auditor.evidence.engines.spark_faults import of_starting
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

    from auditor.evidence.engines.address import Address

__all__ = ["session_at"]

_STARTED: Final = {
    "spark.log.level": "OFF",  # its words on a fault quote values
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""What a session of our own has, however it is configured."""
_LOCAL: Final = {"spark.sql.shuffle.partitions": "8"}
"""What it has besides on this machine: groups are few. Spark's usual 200 are for a
cluster."""
_SETTINGS: Final = {
    "spark.sql.ansi.enabled": "true",  # a sum too large is a fault, not a null
    "spark.sql.parser.escapedStringLiterals": "false",
    "spark.sql.session.timeZone": "UTC",
}
"""What our statements rely on; set back afterwards."""
_LOGGERS: Final = ("DataFrameQueryContextLogger", "SQLQueryContextLogger")
"""Write statements and faults to the standard error."""


@contextmanager
def session_at(address: Address) -> Iterator[SparkSession]:
    """Takes the active session, or starts one and stops it.

    Args:
        address: `spark:` as the surroundings configure it, `spark:local`, or the
            cluster `spark://host:7077`.

    Raises:
        EvidenceError: There is no such session.
    """
    with _session(address) as session, _settings(session), _silence():
        yield session


@contextmanager
def _session(address: Address) -> Iterator[SparkSession]:
    with warnings.catch_warnings():
        # It warns of versions of pandas, of which we use none.
        warnings.simplefilter("ignore")
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession

    master = _master(address)
    active = SparkSession.getActiveSession()
    if active is not None:
        if master and active.conf.get("spark.master") != master:
            cause = message("a session with another master is active.")
            raise EvidenceError(address.shown, cause)
        yield active
        return
    builder = SparkSession.Builder().appName("cxaudit")
    own = _STARTED | (_LOCAL if master.startswith("local") else {})
    for name, value in own.items():
        builder = builder.config(name, value)
    try:
        session = (builder.master(master) if master else builder).getOrCreate()
    except (PySparkException, Py4JError, OSError, RuntimeError) as error:
        raise of_starting(address.shown, error) from None
    try:
        yield session
    finally:
        session.stop()


def _master(address: Address) -> str:
    """The cluster that an address names; nothing leaves it to the configuration."""
    if address.shown.startswith("spark://"):
        return address.text
    return "local[*]" if address.shown == "spark:local" else ""


@contextmanager
def _settings(session: SparkSession) -> Iterator[None]:
    before = {name: session.conf.get(name, None) for name in _SETTINGS}
    for name, value in _SETTINGS.items():
        session.conf.set(name, value)
    try:
        yield
    finally:
        _restore(session, before)


def _restore(session: SparkSession, before: dict[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            session.conf.unset(name)
        else:
            session.conf.set(name, value)


@contextmanager
def _silence() -> Iterator[None]:
    """Lets no statement, and no value in a fault, reach a log."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled
