import type { FolderPair } from './folder-pair.ts';

/** Folders below two heads, with how many files of each of several kinds lie at or below each. */
interface TreeNode {
  readonly counts: Map<number, number>;
  readonly children: Map<string, TreeNode>;
  /** As the first path spells it, from the head on. */
  readonly path: readonly string[];
}

/** A folder below a head all of whose files are of one kind. */
export interface PureFolder {
  readonly kind: number;
  readonly path: readonly string[];
  readonly files: number;
}

export interface PlacedFolder {
  readonly kind: number;
  /** Segments from the head on. */
  readonly path: readonly string[];
  readonly folded: readonly string[];
  readonly files: number;
}

/** The biggest folders that hold one kind of file only, fullest first. */
export function listPureFolders(placed: readonly PlacedFolder[]): PureFolder[] {
  const root = toNode([]);
  for (const folder of placed) plant(root, folder);
  return [...collect(root)].sort((a, b) => b.files - a.files);
}

/** Where the files of a pair lie below the first `depth` segments of the Plex folder. */
export function toPlaced(pair: FolderPair, depth: number, kind: number): PlacedFolder {
  const [path, folded] = [pair.plex.segments.slice(depth), pair.plex.folded.slice(depth)];
  return { kind, path, folded, files: pair.files };
}

function toNode(path: readonly string[]): TreeNode {
  return { counts: new Map(), children: new Map(), path };
}

function plant(root: TreeNode, { kind, path, folded, files }: PlacedFolder): void {
  let node = root;
  for (const [level, segment] of folded.entries()) {
    const child = node.children.get(segment) ?? toNode(path.slice(0, level + 1));
    node.children.set(segment, child);
    child.counts.set(kind, (child.counts.get(kind) ?? 0) + files);
    node = child;
  }
}

function* collect(node: TreeNode): Generator<PureFolder> {
  for (const child of node.children.values()) {
    const [only, ...others] = child.counts;
    if (only !== undefined && others.length === 0) yield { kind: only[0], path: child.path, files: only[1] };
    else yield* collect(child);
  }
}
