import { tell } from './outcome.mjs';

tell(() => new Promise((resolve) => new Worker('loop-worker.mjs', { type: 'module' }).addEventListener('message', ({ data }) => resolve(data))));
