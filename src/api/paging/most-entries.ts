/** Most entries of one page. */
export const MOST_ENTRIES = 200;
