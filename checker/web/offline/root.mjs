/** The root of the site: the scripts of this folder lie three folders below it. */
export const ROOT = new URL('../../../', import.meta.url);
