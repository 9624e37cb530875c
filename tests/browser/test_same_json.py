"""The same stories through the built page's worker and through CPython give the same bytes."""

import json

from checker.bridge import handle
from checker.publish.stories import stories
from tests.browser.conftest import with_clock

ASK_ALL = """async ([client, runtime, requests]) => {
    const { CheckerClient } = await import(client);
    const checker = new CheckerClient({ runtimeUrl: runtime });
    // The reply as text: what the worker posts, before anybody parses it.
    const texts = [];
    const parse = JSON.parse;
    JSON.parse = (text, ...more) => { texts.push(text); return parse(text, ...more); };
    const sent = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (data, ...more) { if (typeof data === 'string') sent.push(data); return post.call(this, data, ...more); };
    for (const request of requests) await checker.request('check', request);
    return { sent: sent.slice(1), texts: texts.filter((text) => text.includes('"kind": "verdict"')) };
}"""


def test_worker_and_cpython_agree(open_context, site):
    page = with_clock(open_context()[0].new_page())
    page.goto(f"{site}check/")
    runtime = page.locator(".checker").evaluate("root => new URL(root.dataset.runtime, document.baseURI).href")
    requests = [{"answers": story.answers, "parties": story.parties, "now": story.now} for story in stories().values()]
    seen = page.evaluate(
        ASK_ALL,
        [page.locator("script[src$='/page.mjs']").evaluate("script => script.src.replace('page.mjs', 'client.mjs')"), runtime, requests],
    )
    assert len(seen["sent"]) == len(seen["texts"]) == len(requests) >= 15
    for sent, text in zip(seen["sent"], seen["texts"], strict=True):
        assert text == handle(sent)
        assert json.loads(text)["kind"] == "verdict"
