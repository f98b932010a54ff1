import type { AnswerObject } from '../id-writing.ts';
import { containerOf } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';
import type { PmsSection } from '../pms-section.ts';

/** `GET /library/sections` and `GET /library/sections/all`: the libraries with their folders. */
export const sectionsRoute: PmsRoute = {
  method: 'GET',
  path: /^\/library\/sections(?:\/all)?$/,
  answer: ({ sections }) => containerOf('Directory', [...sections.values()].map(toDirectory)),
};

function toDirectory(section: PmsSection): AnswerObject {
  const { key, type, title, agent, scanner, language, uuid, refreshing } = section;
  const { scannedAt, contentChangedAt, locations } = section;
  return {
    key,
    type,
    title,
    agent,
    scanner,
    language,
    uuid,
    refreshing,
    hidden: 0,
    updatedAt: scannedAt,
    createdAt: 1_700_000_000,
    scannedAt,
    contentChangedAt,
    Location: locations.map((path, index) => ({ id: Number(key) * 100 + index, path })),
  };
}
