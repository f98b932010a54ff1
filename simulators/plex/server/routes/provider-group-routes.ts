import type { AnswerObject } from '../id-writing.ts';
import { containerOf, type PmsAnswer } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';
import type { Changed } from '../provider-registry.ts';
import type { ProviderGroup } from '../registered-provider.ts';

const ALL = /^\/media\/providers\/metadata\/group$/;
const ONE = /^\/media\/providers\/metadata\/group\/(\d+)$/;
const ITEM = /^\/media\/providers\/metadata\/group\/(\d+)\/items\/(\d+)$/;

/** Items are numbered in thousands, in their order (Plex's OpenAPI document 1.2.2). */
const ORDER_STEP = 1000;

/** `/media/providers/metadata/group…`: the agents that people choose in a library. */
export const providerGroupRoutes: readonly PmsRoute[] = [
  { method: 'GET', path: ALL, answer: ({ registry }) => toList(registry.groups) },
  {
    method: 'POST',
    path: ALL,
    answer: ({ registry }, { query }) =>
      toAnswer(registry.addGroup(query.get('title') ?? '', query.get('primaryIdentifier') ?? '')),
  },
  {
    method: 'GET',
    path: ONE,
    answer: ({ registry }, _request, [id]) => toAnswer(registry.findGroup(Number(id)) ?? { status: 404 }),
  },
  {
    method: 'PUT',
    path: ONE,
    answer: ({ registry }, { query }, [id]) =>
      toAnswer(registry.renameGroup(Number(id), query.get('title') ?? '')),
  },
  {
    method: 'DELETE',
    path: ONE,
    answer: ({ registry }, _, [id]) => toEmpty(registry.removeGroup(Number(id))),
  },
  {
    method: 'PUT',
    path: ITEM,
    answer: ({ registry }, { query }, [groupId, providerId]) => {
      const after = query.get('after');
      const position = after === null ? undefined : Number(after);
      return toEmpty(registry.putItem(Number(groupId), Number(providerId), position));
    },
  },
  {
    method: 'DELETE',
    path: ITEM,
    answer: ({ registry }, _request, [groupId, providerId]) =>
      toEmpty(registry.removeItem(Number(groupId), Number(providerId))),
  },
];

function toEmpty(status: number): PmsAnswer {
  return status === 200 ? { kind: 'EMPTY' } : { kind: 'HTML', status };
}

function toAnswer(changed: Changed<ProviderGroup>): PmsAnswer {
  return 'status' in changed ? { kind: 'HTML', status: changed.status } : toList([changed]);
}

function toList(groups: readonly ProviderGroup[]): PmsAnswer {
  return containerOf('MetadataAgentProviderGroup', groups.map(toShown));
}

function toShown({ id, title, primaryIdentifier, items }: ProviderGroup): AnswerObject {
  const MetadataAgentProviderGroupItem = items.map((item, index) => ({
    id: item.id,
    metadataAgentProviderGroupId: id,
    metadataAgentProviderId: item.providerId,
    order: (index + 1) * ORDER_STEP,
  }));
  return { id, title, primaryIdentifier, MetadataAgentProviderGroupItem };
}
