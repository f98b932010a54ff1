import type { AnswerObject } from '../id-writing.ts';
import { containerOf, type PmsAnswer } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';
import type { Changed } from '../provider-registry.ts';
import type { RegisteredProvider } from '../registered-provider.ts';

const ALL = /^\/media\/providers\/metadata$/;
const ONE = /^\/media\/providers\/metadata\/(\d+)$/;

/** `/media/providers/metadata[/{providerId}]`: metadata providers. Adding and changing make PMS call the provider. */
export const providerRoutes: readonly PmsRoute[] = [
  {
    method: 'GET',
    path: ALL,
    answer: ({ registry }, { query }) => {
      const wanted = (query.get('metadataTypes') ?? '').split(',').filter((type) => type !== '');
      const fits = ({ types }: RegisteredProvider) => types.some((type) => wanted.includes(String(type)));
      return toList(registry.providers.filter((provider) => wanted.length === 0 || fits(provider)));
    },
  },
  {
    method: 'POST',
    path: ALL,
    answer: async ({ registry }, { query }) => toAnswer(await registry.addProvider(query.get('uri') ?? '')),
  },
  {
    method: 'GET',
    path: ONE,
    answer: ({ registry }, _request, [id]) => toAnswer(registry.findProvider(Number(id)) ?? { status: 404 }),
  },
  {
    method: 'PUT',
    path: ONE,
    answer: async ({ registry }, { query }, [id]) =>
      toAnswer(await registry.changeProvider(Number(id), query.get('uri') ?? '')),
  },
  {
    method: 'DELETE',
    path: ONE,
    answer: ({ registry }, _request, [id]) => {
      const status = registry.removeProvider(Number(id));
      return status === 200 ? { kind: 'EMPTY' } : { kind: 'HTML', status };
    },
  },
];

function toAnswer(changed: Changed<RegisteredProvider>): PmsAnswer {
  return 'status' in changed ? { kind: 'HTML', status: changed.status } : toList([changed]);
}

function toList(providers: readonly RegisteredProvider[]): PmsAnswer {
  return containerOf('MetadataAgentProvider', providers.map(toShown));
}

function toShown({ id, identifier, title, uri, types, online }: RegisteredProvider): AnswerObject {
  const MetadataType = types.map((type) => ({ type }));
  return { id, identifier, title, uri, agentType: 'primary', MetadataType, online };
}
