import { toDirectory } from '../directory-writing.ts';
import { containerOf } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';

/** `GET /library/sections` and `GET /library/sections/all`: the libraries with their folders. */
export const sectionsRoute: PmsRoute = {
  method: 'GET',
  path: /^\/library\/sections(?:\/all)?$/,
  answer: ({ sections }) => containerOf('Directory', [...sections.values()].map(toDirectory)),
};
