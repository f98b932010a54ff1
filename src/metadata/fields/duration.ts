import type { Field } from './field.ts';

/** The primary file's length in whole milliseconds; Stash tells seconds, and 0 where it could not measure. */
export const durationField: Field = (scene) => {
  const duration = Math.round((scene.files[0]?.duration ?? 0) * 1000);
  return Number.isSafeInteger(duration) && duration > 0 ? { duration } : {};
};
