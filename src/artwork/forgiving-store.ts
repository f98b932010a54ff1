import type { RecordArtworkTrouble } from './artwork-trouble.ts';
import type { PictureStore } from './picture-cache.ts';

/** Makes a failing disk cost time instead of pictures: what cannot be found is made anew, what cannot be kept is told. */
export function toForgivingStore(store: PictureStore, recordTrouble: RecordArtworkTrouble): PictureStore {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      recordTrouble('PICTURE_NOT_KEPT', error);
      return undefined;
    }
  };
  return {
    find: (key) => attempt(() => store.find(key)),
    save: (picture) => attempt(() => store.save(picture)),
  };
}
