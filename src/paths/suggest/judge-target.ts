/**
 * What a rule made of a file: `RIGHT` its certain partner, `SAME_SIZE` a namesake of its size, `PLAUSIBLE` a
 * namesake that nothing else speaks for or against, `NOWHERE` a
 * path where the other side has nothing, `OTHER_SIZE` a file of another size, `WRONG` a file that is certainly another.
 */
export type TargetVerdict = 'RIGHT' | 'SAME_SIZE' | 'PLAUSIBLE' | 'NOWHERE' | 'OTHER_SIZE' | 'WRONG';

export interface Target {
  readonly place: number;
  /** The file that certainly is the same, if one is known. */
  readonly partner: number | undefined;
  /** What the rule led to. */
  readonly found: number | undefined;
  /** The certain partner of what was found. */
  readonly takenBy: number | undefined;
  readonly size: number | undefined;
  readonly foundSize: number | undefined;
}

export function judgeTarget({ place, partner, found, takenBy, size, foundSize }: Target): TargetVerdict {
  if (found === undefined) return 'NOWHERE';
  if (partner !== undefined) return partner === found ? 'RIGHT' : 'WRONG';
  const areSized = size !== undefined && foundSize !== undefined;
  const isSameSize = areSized && size === foundSize;
  if (takenBy !== undefined && takenBy !== place && !isSameSize) return 'WRONG';
  if (!areSized) return 'PLAUSIBLE';
  return isSameSize ? 'SAME_SIZE' : 'OTHER_SIZE';
}
