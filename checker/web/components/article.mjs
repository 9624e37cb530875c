/** Where an article stands on the site: on the page of its law, which the id begins with, or where that law is cut into parts leads on to the part. */

/** @param {string} law the address of the pages of statutes @param {string} id as in mfd-563 */
export const articleAt = (law, id) => `${law}${id.split('-')[0]}/#${id}`;
