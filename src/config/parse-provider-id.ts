import { expected, parsed } from './parsed.ts';
import type { ValueParser } from './value-parsers.ts';

/** The form that Plex's provider documentation (API 1.2.2) demands of a custom provider's identifier. */
const PROVIDER_ID = /^tv\.plex\.agents\.custom(\.[a-zA-Z0-9]+)+$/;

export const providerId: ValueParser<string> = (raw) =>
  typeof raw === 'string' && PROVIDER_ID.test(raw.trim())
    ? parsed(raw.trim())
    : expected('"tv.plex.agents.custom." followed by letters, digits and dots');
