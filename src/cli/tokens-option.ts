import { InvalidArgumentError, Option } from 'commander';

/** An option that takes one or more tokens of a closed vocabulary, separated by commas and in any case. */
export function tokensOption(flags: string, description: string, tokens: readonly string[]): Option {
  return new Option(flags, `${description}: ${tokens.join(', ')}`).argParser((text: string): string[] =>
    text.split(',').map((part) => {
      const token = tokens.find((candidate) => candidate === part.trim().toUpperCase());
      if (token !== undefined) return token;
      throw new InvalidArgumentError(`expected some of ${tokens.join(', ')}, but got: ${part.trim()}`);
    }),
  );
}
