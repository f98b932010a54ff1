/** What is measured, by name: each call is one round. */
export type Contestants<Name extends string, Result> = Readonly<Record<Name, () => Promise<Result>>>;

/**
 * Measures several things in turn, round after round, so that whatever else the machine does meanwhile strikes all of
 * them alike. The warm-up rounds are thrown away.
 */
export async function runRounds<Name extends string, Result>(
  contestants: Contestants<Name, Result>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Readonly<Record<Name, readonly Result[]>>> {
  const names = Object.keys(contestants) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const result = await contestants[name]();
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}
