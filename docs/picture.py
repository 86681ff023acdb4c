"""Draws the README's picture: the workbench on the sample, with some of it translated. Run it with `make picture`.

It needs Chromium and the font Noto Sans Mono CJK JP.
"""

import asyncio
import re
import subprocess
import tempfile
from pathlib import Path

from tm.tui.app import TaiyakuApp
from tm.workbench import confirm, get_document, open_sample, save_draft, segments_page

PICTURE = Path(__file__).with_name("workbench.png")
FONT = "Noto Sans Mono CJK JP"
DONE = {
    1: "The Arctic’s New Points of Contention, Revealed by a Close Without a Joint Document",
    2: "Can Shipping Routes, Undersea Cables, and Export Controls Be Grasped as One?",
    3: "Toko Mizunuma",
    4: "The sea has been freed of its ice, but it has no new order yet.",
}
ACTIVE = "北極海の海氷は、この20年で目に見えて減った。"


async def draw(folder: Path) -> str:
    """Give the screen as SVG, with segments done up to the active one."""
    store, project, document = open_sample("tanaka", path=folder / "sample.db")
    with store:
        for position, target in DONE.items():
            confirm(store, segments_page(store, document.id, position, 1)[0], target)
        active = next(one for one in segments_page(store, document.id, 1, 100) if one.source == ACTIVE)
        save_draft(
            store,
            active,
            "Over the past 20 years, the sea ice of the Arctic Ocean has visibly",
        )
        app = TaiyakuApp(store, project, (get_document(store, document.id), active.position), {})
        async with app.run_test(size=(132, 38)) as pilot:
            await pilot.pause(3)
            return app.export_screenshot(title="tm")


def _in_japanese(drawn: str) -> str:
    """Let the drawing's letters have the width of their cells: Rich counts a full-width character as one."""
    without_lengths = re.sub(r'( textLength="[0-9.]+")([^>]*>[^<]*[\u3000-\uffee])', r"\2", drawn)
    sized = without_lengths.replace("font-size: 20px", "font-size: 24.4px")
    return sized.replace("font-variant-east-asian: full-width", "").replace("Fira Code", FONT)


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = asyncio.run(draw(Path(folder)))
        page = Path(folder) / "workbench.html"
        page.write_text(f"<style>body {{ margin: 0 }}</style>{_in_japanese(drawn)}", encoding="utf-8")
        size = re.search(r'viewBox="0 0 ([0-9]+)[0-9.]* ([0-9]+)', drawn)
        window = f"--window-size={int(size[1])},{int(size[2])}" if size else "--window-size=1640,1000"
        browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", window]
        subprocess.run([*browser, f"--screenshot={PICTURE}", page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()
