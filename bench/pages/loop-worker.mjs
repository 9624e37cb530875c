// The same work every time: as proof that workers are slowed too.
const began = performance.now();
let sum = 0;
for (let i = 0; i < 1e8; i++) sum = (sum + i * i) | 0;
self.postMessage({ milliseconds: performance.now() - began, sum });
