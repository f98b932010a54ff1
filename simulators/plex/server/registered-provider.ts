/** A metadata provider that somebody added to PMS. */
export interface RegisteredProvider {
  readonly id: number;
  readonly uri: string;
  readonly identifier: string;
  readonly title: string;
  /** Plex's numbers: 1 movie, 2 show, 3 season, 4 episode. */
  readonly types: readonly number[];
  /** Whether its root answered when PMS last read it. */
  readonly online: boolean;
}

/** A metadata agent made of providers; people choose it in a library. */
export interface ProviderGroup {
  readonly id: number;
  readonly title: string;
  readonly primaryIdentifier: string;
  /** In the order in which PMS asks them, the primary among them. */
  readonly items: readonly GroupItem[];
}

export interface GroupItem {
  readonly id: number;
  readonly providerId: number;
}
