"""Pictures of pages in Chinese, as they come and made worse in known ways: what `checker/web/evidence/readable.mjs` is measured on.

`python -m bench.pictures FOLDER` writes for each page one sheet with the same line of every picture, for somebody to say which can be read;
`python -m bench.pictures` measures all of them and holds what was said (`readable_said.toml`) against what the measures say.
"""

import base64
import functools
import os
import shutil
import sys
import threading
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

TOP = Path(__file__).resolve().parents[1]
FONT = "font-family: 'Noto Sans CJK SC', sans-serif; margin: 0"
_CHAT = "".join(
    f"<p style='margin:14px;text-align:{side}'><span style='display:inline-block;padding:10px 14px;border-radius:12px;background:{{{side}}}'>{words}</span></p>"
    for side, words in (
        ("left", "你好，订单 7316 2085 4490 的卡密显示已被使用"),
        ("right", "拍下当天就试了，提示“激活码无效”，麻烦核实退款"),
        ("left", "虚拟商品一经售出概不退换哦"),
        ("right", "请给我发行方的使用记录，谢谢"),
        ("left", "后台显示 11 月 3 日 21:47 已激活，账号尾号 5826"),
        ("right", "那不是我的账号，我的尾号是 9073"),
    )
)
_ROWS = "".join(
    f"<tr><td style='color:#888'>{name}</td><td style='text-align:right'>{value}</td></tr>"
    for name, value in (
        ("支付时间", "2026-11-03 21:45:18"),
        ("商品", "点卡 300 元面值 自动发货"),
        ("商户全称", "杭州某某网络科技有限公司"),
        ("支付方式", "零钱"),
        ("交易单号", "4200002917202611035580134796"),
        ("商户单号", "T26110321450079318462"),
    )
)
_DOC = "".join(
    f"<p style='margin:0 0 1em'>{words}</p>"
    for words in (
        "回复函：你方于 2026 年 11 月 5 日提交的退款申请收悉。经核实，订单 8820417356 于当日 14:32 完成交付，激活账号与申请人登记账号不一致。",
        "根据平台交易规则第十七条第二款，数字化商品交付后原则上不支持无理由退货。若你方能提供激活失败的录屏及提示原文，本公司将在七个工作日内复核并书面答复。",
        "复核渠道：客服邮箱 refund@example.com，电话 0571-5566 7788，工作时间 9:00 至 18:00。",
    )
)
PAGES: dict[str, tuple[int, int, float, str]] = {
    # Width and height in CSS pixels, pixels of the device for each, and what is on it.
    "chat": (390, 600, 3, f'<body style="{FONT};font-size:16px;background:#ededed">{_CHAT.format(left="#fff", right="#95ec69")}'),
    "desk": (
        1280,
        420,
        1,
        f"<body style=\"{FONT};font-size:14px;padding:20px\"><h2>订单详情</h2><table cellpadding=6 style='width:560px'>{_ROWS}</table>{_DOC}",
    ),
    "night": (
        390,
        600,
        3,
        f'<body style="{FONT};font-size:16px;color:#d5d5d5;background:#111">{_CHAT.format(left="#2c2c2c", right="#245a2c")}',
    ),
    "bill": (
        390,
        500,
        2,
        f"<body style=\"{FONT};font-size:13px\"><h1 style='text-align:center'>-300.00</h1><table cellpadding=10 style='width:100%'>{_ROWS}</table>",
    ),
    "paper": (794, 560, 1.6, f'<body style="{FONT};font-size:16px;line-height:1.9;padding:60px;background:#f4f1e8;color:#222">{_DOC}'),
    "game": (
        844,
        390,
        2,
        f'<body style="{FONT};background:linear-gradient(120deg,#27408b,#8b2762 60%,#d9a441)"><div style=\'position:absolute;left:220px;top:120px;width:380px;padding:18px;'
        "background:rgba(0,0,0,.65);color:#ffe9b0;font-size:15px;border-radius:8px;text-align:center'>兑换失败<br>该激活码已于 2026-11-03 21:47 被使用（错误码 40317）<br>"
        "如有疑问请联系购买渠道</div>",
    ),
}
TRIED_ON = ("chat", "desk", "night")
"""The pages on which the numbers were looked for; the others were measured once they stood."""
# Of what is done, and how much: of blur the deviation in pixels of the picture, of a scale the part that is left, of darkness the part of the light, JPEG's quality.
WORSE: dict[str, tuple[float, ...]] = {
    "as it is": (1,),
    "blur": (0.7, 1, 1.5, 2, 3, 4, 5, 6, 8, 12),
    "scale": (0.7, 0.5, 0.4, 0.33, 0.25, 0.2, 0.15, 0.1),
    "enlarged": (0.5, 0.33, 0.25, 0.2, 0.15, 0.1),
    "dark": (0.5, 0.25, 0.12, 0.08, 0.05, 0.03, 0.015),
    "jpeg": (0.5, 0.2, 0.1, 0.05, 0.01),
}
CROPS = {
    "chat": (30, 20, 560, 60),
    "desk": (20, 60, 560, 120),
    "night": (30, 20, 560, 60),
    "bill": (0, 90, 390, 120),
    "paper": (50, 50, 500, 60),
    "game": (210, 110, 400, 110),
}
"""The part of each page on its sheet, in CSS pixels."""
_WORSE = """async ([source, how, much]) => {
  const image = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = (width, height) => Object.assign(document.createElement('canvas'), { width, height });
  const drawn = (from, width, height, filter = 'none') => {
    const to = canvas(Math.round(width), Math.round(height)), context = to.getContext('2d');
    Object.assign(context, { filter, imageSmoothingQuality: 'high' });
    context.drawImage(from, 0, 0, to.width, to.height);
    return to;
  };
  const { width, height } = image;
  const small = () => drawn(image, width * much, height * much);
  const to = how === 'blur' ? drawn(image, width, height, `blur(${much}px)`)
    : how === 'scale' ? small()
    : how === 'enlarged' ? drawn(small(), width, height)
    : drawn(image, width, height, how === 'dark' ? `brightness(${much})` : 'none');
  return how === 'jpeg' ? to.toDataURL('image/jpeg', much) : to.toDataURL();
}"""
_MEASURE = """async (source) => {
  const { measure, remarks } = await import('/readable.mjs');
  const image = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }), context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height), begun = performance.now(), measures = await measure(data);
  return { ...measures, ms: performance.now() - begun, said: remarks(measures).map(({ id }) => id).join(' ') };
}"""


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, *_):
        pass


@contextmanager
def browser() -> Iterator[Page]:
    """A page beside the modules."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=TOP / "checker" / "web" / "evidence"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=os.environ.get("CHECKER_BROWSER") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
        )
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        chromium.close()
    server.shutdown()


def pictures(page: Page, name: str) -> Iterator[tuple[str, float, str]]:
    """Each picture of a page as a data address, with what was done to it."""
    width, height, scale, body = PAGES[name]
    own = page.context.browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    own.set_content(body)
    source = f"data:image/png;base64,{base64.b64encode(own.screenshot()).decode()}"
    own.close()
    for how, steps in WORSE.items():
        for much in steps:
            yield how, much, page.evaluate(_WORSE, [source, how, much])


def sheets(folder: Path) -> None:
    """One sheet a page."""
    with browser() as page:
        for name, (left, top, width, height) in CROPS.items():
            whole, cut = PAGES[name][0], min(width, PAGES[name][0])
            rows = "".join(
                f"<p>{how} {much}</p><div style='width:{cut * 1.6}px;height:{height * 1.6}px;overflow:hidden'>"
                f"<img src='{source}' style='width:{whole * 1.6}px;margin:{-top * 1.6}px 0 0 {-left * 1.6}px'></div>"
                for how, much, source in pictures(page, name)
            )
            own = page.context.browser.new_page(viewport={"width": 920, "height": 900})
            own.set_content(f"<!doctype html><body style='font:12px sans-serif;margin:4px'>{rows}")
            for part in range(-(-own.evaluate("document.body.scrollHeight") // 1300)):
                # A sheet of all of them would be shown too small.
                own.screenshot(
                    path=folder / f"{name}-{part}.png", full_page=True, clip={"x": 0, "y": part * 1300, "width": 920, "height": 1300}
                )
            own.close()


def can_be_read(said: dict, how: str, much: float) -> bool | None:
    """What was said of a picture; ``None`` where it was left open."""
    if how == "as it is":
        return True
    # Of blur less is better, of everything else more.
    worse = 1 if how == "blur" else -1
    if worse * much <= worse * said[how]["reads"]:
        return True
    return False if "not" in said[how] and worse * much >= worse * said[how]["not"] else None


def measured() -> None:
    """Every picture by what was said of it, and how often the measures say the same."""
    said = tomllib.loads(Path(__file__).with_name("readable_said.toml").read_text(encoding="utf-8"))
    with browser() as page:
        for kind, names in (("looked for on", TRIED_ON), ("measured afterwards", [name for name in PAGES if name not in TRIED_ON])):
            tally: Counter[tuple[bool | None, bool]] = Counter()
            for name in names:
                for how, much, source in pictures(page, name):
                    reads, found = can_be_read(said[name], how, much), page.evaluate(_MEASURE, source)
                    tally[reads, bool(found["said"])] += 1
                    wrong = "" if reads is None or reads != bool(found["said"]) else "  <- not as was said"
                    words = {True: "reads", False: "not", None: "open"}[reads]
                    print(
                        f"{name:6} {how:9} {much:<6} {words:6} side {found['side']:5} lines {found['lines']:3} contrast {found['contrast']:5.2f} "
                        f"clear {found['clear']:5.2f} {found['ms']:4.0f} ms {found['said']}{wrong}"
                    )
            print(
                f"{kind} {', '.join(names)}: of {tally[False, True] + tally[False, False]} that cannot be read {tally[False, True]} are remarked on, "
                f"of {tally[True, True] + tally[True, False]} that can {tally[True, True]}; {tally[None, True] + tally[None, False]} were left open\n"
            )


if __name__ == "__main__":
    sheets(Path(sys.argv[1])) if sys.argv[1:] else measured()
