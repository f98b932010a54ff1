/**
 * Says what makes a file name one that no library holds: a step upwards would let a name point out of its library.
 * A NUL character is refused with all other text of a request.
 */
export function findFileNameProblem(fileName: string): string | undefined {
  const stepsUp = fileName.split(/[\\/]/).includes('..');
  return stepsUp ? 'expected a path without ".." segments' : undefined;
}
