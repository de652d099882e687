#!/bin/sh
# The browser tests need a Chromium, and the library that drives it needs libatomic. Finds
# them, installs Debian's where that is allowed, else says in one line what to install.
needs=""

.venv/bin/python -m playwright --version >/dev/null 2>&1 || needs="libatomic1"

has_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    # A browser that Playwright downloaded serves as well.
    .venv/bin/python - 2>/dev/null <<'PYTHON'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
PYTHON
}
has_chromium || needs="$needs chromium"

[ -z "$needs" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the browser tests: $needs"
    # shellcheck disable=SC2086 - one word for each package
    apt-get update -qq >/dev/null 2>&1 &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $needs >/dev/null 2>&1 && exit 0
fi
echo "The browser tests need Debian's packages: sudo apt install $needs" >&2
exit 1
