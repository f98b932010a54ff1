import {
  PlexNotRead,
  type PlexItem,
  type PlexLibrary,
  type PlexPage,
  type PlexSection,
} from '../../src/gaps/plex-library.ts';
import type { IncompleteCause } from '../../src/gaps/sweep.ts';
import { asPlexPath } from '../../src/model/file-paths.ts';

/** A movie on the shelf; what is not said is ordinary. */
export interface ShelfItem {
  readonly key: string;
  readonly files: readonly string[];
  readonly guid?: string;
  readonly isBare?: boolean;
}

interface Shelf {
  section: PlexSection;
  items: ShelfItem[];
}

/** A Plex library in memory, told to misbehave in the ways that PMS does. */
export class PlexShelf implements PlexLibrary {
  readonly #shelves: Shelf[] = [];
  pageSize = 2;
  /** Item keys whose files cannot be opened. */
  readonly inaccessible = new Set<string>();
  /** Asked before each call, by its name: throws to fail it, or waits. */
  onCall: (call: string) => unknown = () => undefined;
  /** The total announced, instead of the true one. */
  announced: ((page: number) => number) | undefined;
  asked = 0;

  add(title: string, locations: readonly string[], items: readonly ShelfItem[]): void {
    const key = String(this.#shelves.length + 1);
    const folders = locations.map(asPlexPath);
    const section = { key, title, agent: 'ours', isRefreshing: false, locations: folders };
    this.#shelves.push({ section, items: [...items] });
  }

  setItems(title: string, items: readonly ShelfItem[]): void {
    this.#get(title).items = [...items];
  }

  change(title: string, change: Partial<PlexSection>): void {
    const shelf = this.#get(title);
    shelf.section = { ...shelf.section, ...change };
  }

  remove(title: string): void {
    this.#shelves.splice(this.#shelves.indexOf(this.#get(title)), 1);
  }

  async listSections(signal: AbortSignal): Promise<readonly PlexSection[]> {
    await this.#call('listSections', signal);
    return this.#shelves.map(({ section }) => section);
  }

  async *streamItems(section: PlexSection, signal: AbortSignal): AsyncIterable<PlexPage> {
    const { items } = this.#get(section.title);
    for (let start = 0, page = 0; start === 0 || start < items.length; start += this.pageSize, page += 1) {
      await this.#call('streamItems', signal);
      const total = this.announced?.(page) ?? items.length;
      yield { items: items.slice(start, start + this.pageSize).map(toPlexItem), total };
    }
  }

  async countAccessible(ratingKeys: readonly string[], signal: AbortSignal): Promise<number> {
    await this.#call('countAccessible', signal);
    this.asked = Math.max(this.asked, ratingKeys.length);
    return ratingKeys.filter((key) => !this.inaccessible.has(key)).length;
  }

  /** Fails the n-th call of this name as PMS does when it cannot be read. */
  failAt(call: string, cause: IncompleteCause): void {
    this.onCall = (name) => {
      if (name === call) throw new PlexNotRead(cause);
    };
  }

  async #call(name: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await this.onCall(name);
    signal.throwIfAborted();
  }

  #get(title: string): Shelf {
    const shelf = this.#shelves.find(({ section }) => section.title === title);
    if (shelf === undefined) throw new Error(`expected a section on the shelf, but got: ${title}`);
    return shelf;
  }
}

function toPlexItem({ key, files, guid = 'tv.plex.agents.none://x', isBare = false }: ShelfItem): PlexItem {
  const paths = files.map(asPlexPath);
  return { ratingKey: key, guid, title: `Item ${key}`, files: paths, showsSomething: !isBare };
}
