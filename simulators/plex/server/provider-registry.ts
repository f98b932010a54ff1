import type { FetchedManifest } from './provider-manifest-fetch.ts';
import type { GroupItem, ProviderGroup, RegisteredProvider } from './registered-provider.ts';

/** Reads a provider's root; `undefined` when it cannot be registered. */
export type ReadRoot = (uri: string) => Promise<FetchedManifest | undefined>;

/** A status that PMS answers a change with, or what came of it. */
export type Changed<Value> = { readonly status: number } | Value;

/** The providers and agents of PMS. A manifest is read when a provider is added or changed, and at a restart. */
export class ProviderRegistry {
  readonly #readRoot: ReadRoot;
  readonly #providers = new Map<number, RegisteredProvider>();
  readonly #groups = new Map<number, ProviderGroup>();
  #nextId = 1;

  constructor(readRoot: ReadRoot) {
    this.#readRoot = readRoot;
  }

  get providers(): readonly RegisteredProvider[] {
    return [...this.#providers.values()];
  }

  get groups(): readonly ProviderGroup[] {
    return [...this.#groups.values()];
  }

  findProvider(id: number): RegisteredProvider | undefined {
    return this.#providers.get(id);
  }

  findGroup(id: number): ProviderGroup | undefined {
    return this.#groups.get(id);
  }

  async addProvider(uri: string): Promise<Changed<RegisteredProvider>> {
    const manifest = await this.#readRoot(uri);
    if (manifest === undefined) return { status: 400 };
    if (this.providers.some(({ identifier }) => identifier === manifest.identifier)) return { status: 409 };
    return this.#put({ id: this.#nextId++, uri, online: true, ...manifest });
  }

  /** Everything but the address comes from reading the root again. */
  async changeProvider(id: number, uri: string): Promise<Changed<RegisteredProvider>> {
    const manifest = await this.#readRoot(uri);
    const isTaken = this.providers.some((one) => one.id !== id && one.identifier === manifest?.identifier);
    if (manifest === undefined || isTaken || !this.#providers.has(id)) return { status: 400 };
    return this.#put({ id, uri, online: true, ...manifest });
  }

  removeProvider(id: number): number {
    if (!this.#providers.has(id)) return 404;
    if (this.groups.some(({ items }) => items.some(({ providerId }) => providerId === id))) return 403;
    this.#providers.delete(id);
    return 200;
  }

  addGroup(title: string, primaryIdentifier: string): Changed<ProviderGroup> {
    const primary = this.providers.find(({ identifier }) => identifier === primaryIdentifier);
    if (title === '' || primary === undefined) return { status: 400 };
    const items = [{ id: this.#nextId++, providerId: primary.id }];
    return this.#putGroup({ id: this.#nextId++, title, primaryIdentifier, items });
  }

  renameGroup(id: number, title: string): Changed<ProviderGroup> {
    const group = this.#groups.get(id);
    return group === undefined || title === '' ? { status: 400 } : this.#putGroup({ ...group, title });
  }

  removeGroup(id: number): number {
    return this.#groups.delete(id) ? 200 : 404;
  }

  /**
   * Adds a provider to a group, or moves it behind the item `after` (-1: to the front); `after` means nothing for one
   * that is added. All members must know the same types.
   */
  putItem(groupId: number, providerId: number, after: number | undefined): number {
    const group = this.#groups.get(groupId);
    const provider = this.#providers.get(providerId);
    if (group === undefined || provider === undefined || !this.#fits(group, provider)) return 400;
    const item = group.items.find((one) => one.providerId === providerId);
    const items =
      item === undefined
        ? [...group.items, { id: this.#nextId++, providerId }]
        : moveItem(group.items, item, after);
    this.#putGroup({ ...group, items });
    return 200;
  }

  removeItem(groupId: number, providerId: number): number {
    const group = this.#groups.get(groupId);
    const item = group?.items.find((one) => one.providerId === providerId);
    if (group === undefined || item === undefined) return 404;
    if (this.#providers.get(providerId)?.identifier === group.primaryIdentifier) return 403;
    this.#putGroup({ ...group, items: group.items.filter((one) => one !== item) });
    return 200;
  }

  /** What a restart of PMS does: every root is read anew; one that does not answer keeps what was known of it. */
  async reread(): Promise<void> {
    for (const provider of this.providers) {
      const manifest = await this.#readRoot(provider.uri);
      this.#put({ ...provider, ...manifest, online: manifest !== undefined });
    }
  }

  // Private: members of a group must support each other's types.
  #fits({ primaryIdentifier }: ProviderGroup, { types }: RegisteredProvider): boolean {
    const primary = this.providers.find(({ identifier }) => identifier === primaryIdentifier);
    return primary?.types.toSorted().join() === types.toSorted().join();
  }

  #put(provider: RegisteredProvider): RegisteredProvider {
    this.#providers.set(provider.id, provider);
    return provider;
  }

  #putGroup(group: ProviderGroup): ProviderGroup {
    this.#groups.set(group.id, group);
    return group;
  }
}

function moveItem(items: readonly GroupItem[], item: GroupItem, after: number | undefined): GroupItem[] {
  if (after === undefined) return [...items];
  const others = items.filter((one) => one !== item);
  const position = after === -1 ? 0 : others.findIndex(({ id }) => id === after) + 1;
  return others.toSpliced(position, 0, item);
}
