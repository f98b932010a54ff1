/**
 * How little may settle a match without a person: `path` takes guid, full path and trailing segments, `filename`
 * also a distinctive file name of its own, `loose` also what the name says (code, date, title, performers).
 */
export type MatchPolicy = 'path' | 'filename' | 'loose';

/** `respect` answers only requests that ask for explicit results (`includeAdult: 1`). */
export type AdultResults = 'always' | 'respect';
