/**
 * A reader of the self-check, as scripts that run in the page: what `tests/browser/steps.py` does from outside, the same in every engine. Each
 * function is called by itself, with all that it has to know.
 */
(() => {
  const LIMIT_MS = 90_000;

  /** What `holds` gives as soon as it is anything. */
  async function until(what, holds) {
    for (const end = performance.now() + LIMIT_MS; performance.now() < end; ) {
      const value = await holds();
      if (value) return value;
      await new Promise((again) => setTimeout(again, 20));
    }
    throw new Error(`In vain waited for ${what}`);
  }

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isSeen = (place) => place.getClientRects().length > 0;
  const topicOnView = () => all('.topic').find(isSeen);

  /** Answer all questions and name all names from the first page to the conclusion, then read it and how Python came to it. */
  async function conclude(story, names, now) {
    setClock(now);
    const root = await until('the page', () => document.querySelector('.checker[data-view]'));
    const start = watchStart(root);
    while (true) {
      const topic = topicOnView();
      fill(topic, story, names);
      if (topic.dataset.topic === 'truth') break;
      await goOn(root, topic);
    }
    await fillLater(root, { ...story, ...names }, (topic) => fill(topic, story, names));
    document.querySelector('.go-on').click();
    const level = await until('the conclusion', () => concluded(root));
    return { level: level.textContent, letter: document.querySelector('.letter textarea').value, start: root.dataset.start, ms: start.ms() };
  }

  /** The word that the conclusion begins with, once it is there. Where the page says that none will come, nobody waits for it. */
  function concluded(root) {
    const trouble = all('.trouble, .summary-place', root).find((place) => isSeen(place) && place.textContent);
    if (trouble) throw new Error(`No conclusion: ${trouble.textContent}`);
    return all('.result .level').find(isSeen);
  }

  /** Stories carry dates, and those must not grow old. */
  function setClock(now) {
    const fixed = new Date(now).getTime();
    globalThis.Date = class extends Date {
      constructor(...given) {
        super(...(given.length ? given : [fixed]));
      }

      static now() {
        return fixed;
      }
    };
  }

  /** From when Python is asked for until it is there. Where that was before anybody looked, the time since the page was opened counts. */
  function watchStart(root) {
    let began = (root.dataset.start ?? 'idle') === 'idle' ? null : 0;
    let ended = null;
    const look = () => {
      if (root.dataset.start === 'preparing') began ??= performance.now();
      else if (root.dataset.start !== 'idle') ended ??= performance.now();
    };
    if (began === 0) look();
    new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['data-start'] });
    return { ms: () => Math.round(ended - began) };
  }

  /** Answer what the story knows of this topic, questions that only appear meanwhile included. */
  function fill(topic, story, names) {
    for (const place of all('[data-question]', topic)) if (place.dataset.question in story && isSeen(place)) answer(place, story[place.dataset.question]);
    for (const [id, text] of Object.entries(names)) {
      const field = document.getElementById(id);
      if (isSeen(field)) type(field, text);
    }
  }

  /** Choices by their label, as a mouse does. */
  function answer(place, given) {
    if (place.tagName !== 'FIELDSET') return type(document.getElementById(place.dataset.question), given);
    for (const value of [given].flat()) {
      const choice = all('input', place).find((each) => each.value === value);
      if (!choice.checked) document.querySelector(`label[for="${choice.id}"]`).click();
    }
  }

  function type(field, text) {
    field.focus();
    field.value = text;
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  /** To another topic, past what may be said early. */
  async function goOn(root, topic) {
    document.querySelector('.go-on').click();
    await until(`what follows ${topic.dataset.topic}`, () => {
      document.querySelector('.early:not([hidden]) button')?.click();
      return root.dataset.view === 'topic' && topic.hidden;
    });
  }

  /** What may wait is filled in from the list of answers. */
  async function fillLater(root, known, fillTopic) {
    const knows = (topic) => all('[data-question], [data-party]', topic).some(({ dataset }) => (dataset.question ?? dataset.party) in known);
    for (const topic of all('.topic[data-later]').filter(knows)) {
      const link = document.querySelector(`.topic .answers a[href='#/${topic.dataset.topic}']`);
      if (!link) continue;
      link.click();
      await until(topic.dataset.topic, () => isSeen(topic));
      fillTopic(topic);
      await goOn(root, topic);
    }
  }

  /** All that another visit without a network takes: the pages, these parts of the runtime, and Python's memory. */
  async function untilKept(parts) {
    await until('the service worker', async () => (await navigator.serviceWorker.getRegistration())?.active);
    await until('the runtime on the device', async () => (await keptAs('anxinmai.runtime.')).length >= parts);
    await until("Python's memory on the device", async () => (await keptAs('anxinmai.memory')).length === 1);
  }

  async function keptAs(beginning) {
    const names = (await caches.keys()).filter((name) => name.startsWith(beginning));
    return (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat();
  }

  /** Whether anybody answers there. */
  const isServed = (address) => fetch(address, { cache: 'no-store' }).then(() => true, () => false);

  return { conclude, untilKept, isServed };
})()
