/** How everything begins that this site keeps on a device: entries of storage, caches, databases. */
export const PREFIX = 'anxinmai.';
