import type { Command } from 'commander';
import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';

/** `entente help`: the help of a command, or of all. Throws `cli/unknown-command`. */
export function help(name: string | undefined, top: Command): void {
  const found = name === undefined ? top : top.commands.find((c) => c.name() === name);
  if (found) found.help();
  const names = top.commands.map((c) => c.name());
  fail('cli/unknown-command', `unknown command: ${name}`, { hint: didYouMean(name!, names) });
}
