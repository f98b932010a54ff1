import { cleanParagraphs } from '../text/clean-paragraphs.ts';
import type { Field } from './field.ts';

const MAX_SUMMARY = 10_000;

/** The scene's details as plain text in paragraphs. */
export const summaryField: Field = (scene, { fields }) => {
  if (!fields.summary || scene.details === undefined) return {};
  const summary = cleanParagraphs(scene.details, MAX_SUMMARY);
  return summary === undefined ? {} : { summary };
};
