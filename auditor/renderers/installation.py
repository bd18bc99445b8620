"""What to install for PDF, word for word, on each system.

The commands are those of WeasyPrint's own installation guide
(https://doc.courtbouillon.org/weasyprint/stable/first_steps.html), with the font in
which reports are set where the system brings no like of it.
"""

from __future__ import annotations

import platform
import sys
from typing import Final

__all__ = ["what_to_install"]

DEBIAN: Final = (
    "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
    "fonts-liberation"
)
FEDORA: Final = "sudo dnf install pango liberation-sans-fonts"
ALPINE: Final = (
    "sudo apk add so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libharfbuzz.so.0 "
    "so:libharfbuzz-subset.so.0 so:libfontconfig.so.1 so:libpangoft2-1.0.so.0 "
    "font-liberation"
)
ARCH: Final = "sudo pacman -S pango ttf-liberation"
OTHER_LINUX: Final = (
    "Install Pango 1.44 or later with PangoFT2, HarfBuzz with its subset library, "
    "Fontconfig and a font such as Liberation Sans, by your package manager."
)
MACOS: Final = (
    "brew install pango",
    'export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"',
)
WINDOWS: Final = (
    "Install MSYS2 from https://www.msys2.org/#installation, then in its shell:",
    "pacman -S mingw-w64-ucrt-x86_64-pango",
    "If it is not in C:\\msys64, say where it is, in the Command Prompt:",
    "set WEASYPRINT_DLL_DIRECTORIES=C:\\msys64\\ucrt64\\bin",
)
BY_DISTRIBUTION: Final = {
    "debian": DEBIAN,
    "ubuntu": DEBIAN,
    "fedora": FEDORA,
    "rhel": FEDORA,
    "centos": FEDORA,
    "alpine": ALPINE,
    "arch": ARCH,
}
"""The command by the id of a distribution, or of one that it derives from."""


def what_to_install() -> tuple[str, ...]:
    """Return the lines that say what to install on this system."""
    if sys.platform == "darwin":
        return MACOS
    if sys.platform == "win32":
        return WINDOWS
    for distribution in _distributions():
        if distribution in BY_DISTRIBUTION:
            return (BY_DISTRIBUTION[distribution],)
    return (OTHER_LINUX,)


def _distributions() -> tuple[str, ...]:
    """Return the ids of this Linux and of those that it derives from."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ()
    return (release.get("ID", ""), *release.get("ID_LIKE", "").split())
