/** What came of a visit, for the driver: `globalThis.outcome`. */

/** Tasks that blocked this page's thread for over 50 ms, since the page was opened: when each began, and how long it took. */
const longTasks = [];
const note = (entries) => longTasks.push(...entries.map(({ startTime, duration }) => ({ at: startTime, milliseconds: duration })));
// Only Chromium knows this type; others say nothing of it.
const observer = globalThis.PerformanceObserver && new PerformanceObserver((list) => note(list.getEntries()));
observer?.observe({ type: 'longtask', buffered: true });

/** Waits for the work and tells the driver its result, or why there is none. */
export async function tell(work) {
  try {
    const result = await work();
    // An entry is handed out some time after its task.
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (observer) note(observer.takeRecords());
    globalThis.outcome = { ...result, longTasks };
  } catch (error) {
    globalThis.outcome = { error: String(error?.message ?? error) };
  }
}

/** What the page was given in its address. */
export const given = new URLSearchParams(location.search);
