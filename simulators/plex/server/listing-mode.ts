/**
 * How a section is listed.
 *
 * - `HONOURS_PAGING`: the page that was asked for.
 * - `IGNORES_PAGING`: always everything.
 * - `OTHER_PAGE_SIZE`: pages of about a third of the size asked.
 * - `TOTAL_MOVES`: the first item vanishes after the first page, so that all others move up by one.
 * - `KEEPS_MOVING`: the same after every page.
 * - `SHRINKS`: after the first page of a pass the section claims half its items, as when a mount goes away.
 * - `ENDS_EARLY`: pages after the first half are empty, whatever the total says.
 * - `CUT_BODY`: the connection breaks inside every page but the first.
 * - `WITHOUT_MEDIA`: every third item has no files.
 * - `WITHOUT_TOTAL`: pages without a total, neither in a header nor in the body.
 */
export type ListingMode =
  | 'HONOURS_PAGING'
  | 'IGNORES_PAGING'
  | 'OTHER_PAGE_SIZE'
  | 'TOTAL_MOVES'
  | 'KEEPS_MOVING'
  | 'SHRINKS'
  | 'ENDS_EARLY'
  | 'CUT_BODY'
  | 'WITHOUT_MEDIA'
  | 'WITHOUT_TOTAL';

/** `NATURAL`: keys as strings, inner ids as integers, as PMS 1.43 writes them. */
export type IdMode = 'NATURAL' | 'STRING' | 'INTEGER';

/** `SINGLE_OBJECT`: a list of one is written as the object itself. */
export type ArrayMode = 'LISTS' | 'SINGLE_OBJECT';
