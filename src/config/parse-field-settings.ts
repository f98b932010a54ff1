import { z } from 'zod';
import { type FieldSettings, defaultFieldSettings } from '../metadata/field-settings.ts';
import { expected, parsed } from './parsed.ts';
import type { ValueParser } from './value-parsers.ts';

const toggle = z.boolean().optional();
const names = z.array(z.string().min(1)).optional();

const shape = z.strictObject({
  title: toggle,
  summary: toggle,
  date: toggle,
  studio: toggle,
  performers: toggle,
  tags: toggle,
  director: toggle,
  artwork: toggle,
  collections: toggle,
  tagline: toggle,
  includeTags: names,
  excludeTags: names,
  maxTags: z.number().int().min(0).max(1000).optional(),
});

/** Field toggles and tag limits; what is not named keeps its default. */
export const fieldSettings: ValueParser<FieldSettings> = (raw) => {
  const result = shape.safeParse(raw);
  if (!result.success)
    return expected(`field settings: ${z.prettifyError(result.error).replace(/\s*\n\s*/g, ' ')}`);
  const given = Object.entries(result.data).filter(([, value]) => value !== undefined);
  return parsed({ ...defaultFieldSettings, ...Object.fromEntries(given) });
};
