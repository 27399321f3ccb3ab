import type { Command } from 'commander';
import type { Effects } from '../effects.js';

/** How words of the command line are read. */
interface Readers {
  list(text: string): string[];
  place(text: string): string;
  again(text: string, before?: readonly string[]): string[];
}

const out = 'an .svg or .png file, or a .csv of the numbers behind it';

/** The pictures of `entente draw`, each a command of its own. */
export function addDraw(
  draw: Command,
  command: (parent: Command, name: string) => Command,
  { list, place, again }: Readers,
  effects: Effects,
): void {
  draw.description('draw who stands with whom in the UN General Assembly');
  const votes = 'all, me, nu, di, hr, co, ec, important, adopted or unrepeated';
  command(draw, 'ideal-points')
    .description('where states stand over time, with what is not known of it')
    .requiredOption('--states <a,b>', 'these states, at most seven', list)
    .option('--years <span>', 'these years, such as 1990-2020')
    .option('--votes <which>', votes)
    .requiredOption('--out <file>', out, place)
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./draw-ideal-points.js')).drawIdealPoints(options, effects));
  command(draw, 'map')
    .description('a map of who stands nearer to which of two states in a year')
    .requiredOption('--year <year>', 'the year in which the session opened')
    .option('--poles <a,b>', 'the two states (default: USA,CHN)', list)
    .option('--by <measure>', 'agreement (default) or ideal-points')
    .option('--votes <which>', votes)
    .requiredOption('--out <file>', out, place)
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./draw-map.js')).drawMap(options, effects));
  command(draw, 'agreement')
    .description('how often the states of a pair voted alike, over time')
    .requiredOption('--pair <a,b>', 'two states; may be given again, at most seven times', again)
    .option('--years <span>', 'these years, such as 1990-2020')
    .option('--votes <which>', votes)
    .requiredOption('--out <file>', out, place)
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./draw-agreement.js')).drawAgreementOf(options, effects));
}
