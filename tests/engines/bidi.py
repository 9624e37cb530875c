"""As much of WebDriver BiDi as it takes to open an address and to run a script there. Firefox speaks it without any driver beside it."""

import json

import websocket

LIMIT_S = 180
"""Longer than whatever a script waits for by itself, so that the script gets to say what it waited for."""


class Bidi:
    """One session with the browser that listens at `address`, in the tab that it opened with."""

    def __init__(self, address: str):
        # A browser takes requests of web pages for an attack, and an origin is how it knows them.
        self._socket = websocket.create_connection(f"{address}/session", timeout=LIMIT_S, suppress_origin=True)
        self._last_id = 0
        self.ask("session.new", capabilities={})
        self._tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def navigate(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def evaluate(self, expression: str) -> str:
        """The text that the expression promises."""
        said = self.ask("script.evaluate", expression=expression, target={"context": self._tab}, awaitPromise=True)
        if said["type"] == "exception":
            raise RuntimeError(said["exceptionDetails"]["text"])
        return said["result"]["value"]

    def ask(self, method: str, **params) -> dict:
        self._last_id += 1
        self._socket.send(json.dumps({"id": self._last_id, "method": method, "params": params}))
        while (reply := json.loads(self._socket.recv())).get("id") != self._last_id:
            """News that nobody subscribed to."""
        if reply["type"] == "error":
            raise RuntimeError(f"{method}: {reply['error']}: {reply['message']}")
        return reply["result"]

    def close(self) -> None:
        self._socket.close()
