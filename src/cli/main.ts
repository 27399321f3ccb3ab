import type { Command as CommandType } from 'commander';
import { EntenteError, renderError } from '../kernel/errors.js';
import { type Effects, processEffects } from './effects.js';
import { exitCodes } from './exit-codes.js';

/** Runs the command line and gives the exit code. */
export async function main(argv: readonly string[], effects: Effects = processEffects()): Promise<number> {
  const { program } = await import('./program.js');
  const built: CommandType = program(effects);
  try {
    await built.parseAsync([...argv], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return exitCodeOf(error, effects);
  }
}

/** Errors that are no bad input. */
const codesOf: Readonly<Record<string, number>> = {
  'world/missing': exitCodes.world,
  'world/damaged': exitCodes.world,
  'world/unreadable-manifest': exitCodes.world,
  'world/query': exitCodes.internal,
};

function exitCodeOf(error: unknown, effects: Effects): number {
  if (error instanceof EntenteError) {
    effects.say(`${renderError(error)}\n`);
    return codesOf[error.code] ?? exitCodes.input;
  }
  const { code, exitCode, name, told } = error as Partial<Record<'code' | 'name' | 'told', string>> & {
    exitCode?: number;
  };
  if (name === 'AbortError') {
    effects.say(`\n${told ?? 'stopped; what is done is kept'}\n`);
    return exitCodes.interrupted;
  }
  if (code?.startsWith('commander.')) return exitCode === 0 ? exitCodes.done : exitCodes.input;
  effects.say(`${(error as Error).stack ?? String(error)}\n`);
  return exitCodes.internal;
}
