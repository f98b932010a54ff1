import type { AnswerObject } from './id-writing.ts';
import type { PmsSection } from './pms-section.ts';

/** A library as PMS lists it. */
export function toDirectory(section: PmsSection): AnswerObject {
  const { key, type, title, agent, scanner, language, uuid, refreshing, groupId } = section;
  const { scannedAt, contentChangedAt, locations } = section;
  return {
    key,
    type,
    title,
    agent,
    ...(groupId === undefined ? {} : { metadataAgentProviderGroupId: groupId }),
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
