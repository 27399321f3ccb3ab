import { Command, InvalidArgumentError } from 'commander';
import { seen } from '../kernel/errors.js';
import { addDraw } from './draw/commands.js';
import type { Effects } from './effects.js';

/** Each worker holds a world of its own: more would take the machine down. */
const mostJobs = 256;

const jobs = (text: string): number => {
  const n = /^\d+$/.test(text) ? Number(text) : 0;
  if (n < 1) throw new InvalidArgumentError('expected a whole number from 1 on');
  if (n > mostJobs) throw new InvalidArgumentError(`expected no more than ${mostJobs}`);
  return n;
};

/** A file or folder; not nothing, nor an option that stands where its name was forgotten. */
const place = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('expected a name');
  if (text.startsWith('-')) throw new InvalidArgumentError(`expected a name; ./${text} if it begins so`);
  return text;
};

const list = (text: string): string[] => {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  if (words.length === 0) throw new InvalidArgumentError('expected names, separated by commas');
  return words;
};

const again = (text: string, before: readonly string[] = []): string[] => [...before, text];

/** The command line. Each command imports what it needs, and only when it runs. */
export function program(effects: Effects): Command {
  const top = new Command('entente')
    .description(
      'Puts arguments about foreign policy to the test on the open record of the international system.',
    )
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.out(text),
      writeErr: (text) => effects.say(text),
      outputError: (text, write) => write(`${text.trimEnd().split('\n').map(seen).join('\n')}\n`),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, whatever the verdict; 1 a mistake of ours; 2 bad input; 3 the world is missing or damaged; 130 stopped.',
    );
  // A subcommand takes over how the top one ends and writes.
  const command = (parent: Command, name: string): Command => parent.command(name).copyInheritedSettings(top);

  command(top, 'test [claims...]')
    .description('test claims in every specification and print the verdicts')
    .addHelpText(
      'after',
      '\nA claim is ARGUMENT, ARGUMENT/CLAIM or a YAML file; without any, the whole library.',
    )
    .option('--json', 'print results as JSON')
    .option('--jobs <n>', 'workers (default: one a core)', jobs)
    .option('--out <dir>', 'write a brief for each argument and an index page to this folder', place)
    .option(
      '--only <choice=option>',
      'only the specifications of one claim with this option, which make no verdict; may be repeated',
      (one: string, before: readonly string[] = []) => [...before, one],
    )
    .option('--no-cache', 'neither read nor keep results')
    .option('--no-critics', 'leave out the critics, who are asked for pages and for JSON')
    .option('--world <dir>', 'use this world', place)
    .option('--library <dir>', 'use this folder of arguments', place)
    .action(async (claims: string[], options) => (await import('./test.js')).test(claims, options, effects));

  command(top, 'brief [arguments...]')
    .description('write the brief of each argument, and the index page')
    .option('--jobs <n>', 'workers', jobs)
    .option('--out <dir>', 'folder', place, 'out')
    .option('--no-cache', 'neither read nor keep results')
    .option('--no-critics', 'leave out the critics, who are asked for pages and for JSON')
    .option('--world <dir>', 'use this world', place)
    .option('--library <dir>', 'use this folder of arguments', place)
    .action(async (claims: string[], options) => (await import('./test.js')).brief(claims, options, effects));

  command(top, 'new <claim>')
    .description('write a new claim, ARGUMENT/CLAIM: asks on a terminal, or takes flags')
    .option('--claim <text>', 'the sentence about the world')
    .option('--by <who>', 'who makes it (default: the author of the article)')
    .option('--period <years>', 'the years of which the author speaks, such as 2010-2020')
    .option('--design <design>', 'trend, share, comparison or figure')
    .option('--variable <a,b>', 'the variable; several are alternatives')
    .option('--state <state>', 'trend, figure: of which state')
    .option('--measure <measure>', 'trend: state-value, concentration or dispersion')
    .option('--as <way>', 'trend: how concentration or dispersion is measured')
    .option('--change <kind>', 'share: fall, rise or total')
    .option('--group <states>', 'share: states, or "allies-of USA"')
    .option('--against <yardsticks>', 'share: states, population, people, room-to-fall, room-to-rise')
    .option('--one <state>', 'comparison: the state of which it is said')
    .option('--other <whom>', 'comparison: a state, states, "allies-of USA" or "where oecd_member"')
    .option('--from <years>', 'comparison: the earlier years of a change')
    .option('--to <years>', 'comparison: the later years of a change')
    .option('--asked <kind>', 'figure: value or rank')
    .option('--years <spans>', 'the years of the test; several spans are alternatives')
    .option(
      '--expect <what>',
      'what is claimed: "above 0", "not above 0", "no different from 0"; of a figure "at least 80"',
    )
    .option('--matters <number>', 'the smallest effect that matters, or a=1,b=2 by variable')
    .option('--margin <number>', 'figure: how far a record may lie off and still agree')
    .option('--because <text>', 'why less would not matter')
    .option('--measured <text>', 'what is measured, in plain words')
    .option('--counts-against <text>', 'what would count against the claim')
    .option('--title <text>', 'of a new argument: the title of the article')
    .option('--author <who>', 'who wrote it')
    .option('--outlet <where>', 'where it appeared')
    .option('--published <day>', 'when')
    .option('--summary <text>', 'what it argues')
    .option('--world <dir>', 'use this world', place)
    .option('--library <dir>', 'use this folder of arguments', place)
    .action(async (name: string, options) => (await import('./new.js')).newClaim(name, options, effects));

  command(top, 'check <claims...>')
    .description('check claims without running them')
    .option('--specifications', 'show the table of the multiverse')
    .option('--json', 'print the table as JSON')
    .option('--watch', 'check again whenever a file is saved, until Ctrl-C')
    .option('--world <dir>', 'use this world', place)
    .option('--library <dir>', 'use this folder of arguments', place)
    .action(async (claims: string[], options) =>
      (await import('./check.js')).check(claims, options, effects),
    );

  command(top, 'variables [words...]')
    .description('list the variables whose card holds all of the words')
    .option('--tables', 'list the tables, those too whose columns are no variables')
    .option('--json', 'print the cards as JSON')
    .option('--world <dir>', 'use this world', place)
    .action(async (words: string[], options) =>
      (await import('./variables.js')).variables(words, options, effects),
    );

  command(top, 'show <variable>')
    .description('show the card of a variable and its values, or what a table holds')
    .option('--states <a,b>', 'these states, each with a strip of its years with a value; or all', list)
    .option('--years <span>', 'these years, such as 1990-2020')
    .option(
      '--out <file>',
      'write the values to a .csv, .parquet or .dta file, or the coverage to an .svg',
      place,
    )
    .option('--json', 'print card and values as JSON')
    .option('--world <dir>', 'use this world', place)
    .action(async (name: string, options) => (await import('./show.js')).show(name, options, effects));

  command(top, 'panel <level>')
    .description('write a panel: state-year, dyad-year, leader-year or system-year')
    .option('--variables <a,b>', 'these variables', list)
    .requiredOption('--out <file>', 'a .csv, .parquet or .dta (Stata) file', place)
    .option('--states <a,b>', 'these states', list)
    .option('--years <span>', 'these years, such as 1990-2020')
    .option('--undirected', 'each pair once, the lower number first')
    .option('--relevant', 'politically relevant pairs only: contiguous, or with a major power')
    .option('--lag <a:1,b:2>', 'these variables so many years before, by state and not by row', list)
    .option('--lead <a:1,b:2>', 'these variables so many years after', list)
    .option(
      '--heirs <old:new>',
      'for lags and leads: the old state’s value where the new one was no member',
      list,
    )
    .option('--peace-years <a,b>', 'years since the last of these events', list)
    .option(
      '--spells <a,b>',
      'number unbroken runs of one value of these variables, and the years in them',
      list,
    )
    .option('--reasons', 'beside each variable the reason of a missing value')
    .option('--cite <file>', 'write the citations to a text or .bib file', place)
    .option('--code <language>', 'print the code that loads the file: r, python or stata')
    .option('--world <dir>', 'use this world', place)
    .action(async (level: string, options) => (await import('./panel.js')).panel(level, options, effects));

  command(top, 'votes')
    .description('look up votes of the UN General Assembly, and how its members voted')
    .addHelpText('after', '\nISSUE is me, nu, di, hr, co or ec; DATE a year or a day: 2022, 2022-03-02.')
    .option('--resolution <symbol>', 'votes on this resolution, such as ES-11/1, 61/70 or 2758')
    .option('--state <a,b>', 'how these states voted', list)
    .option('--with <state>', 'compare them with this one')
    .option('--issue <issue>', 'only votes on this issue')
    .option('--from <date>', 'from this year or day on')
    .option('--to <date>', 'to this year or day')
    .option('--session <session>', 'only this session, such as 76, S-9 or ES-11')
    .option('--out <file>', 'write all rows to a .csv or .parquet file', place)
    .option('--json', 'print the votes as JSON')
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./votes.js')).votes(options, effects));

  command(top, 'ideal-points')
    .description('where states stand by their votes in the UN General Assembly, for the votes you choose')
    .addHelpText(
      'after',
      '\nISSUE is me, nu, di, hr, co or ec; a year is that in which the regular session opened.',
    )
    .option('--issue <a,b>', 'only votes on these issues', list)
    .option('--without <a,b>', 'no votes on these issues', list)
    .option('--important', 'only votes that the US Department of State called important (1983–2017)')
    .option('--adopted', 'only adopted texts')
    .option('--unrepeated', 'of votes on the same text over the years only the first')
    .option('--from <year>', 'from this year on')
    .option('--to <year>', 'to this year')
    .option('--state <a,b>', 'print the places of these states (default: USA,CHN,RUS)', list)
    .option('--cuts <prior>', 'prior of cut points: learned (default) or flat, as in the published estimates')
    .option('--smoothing <x>', 'variance of a step between sessions (default: 0.5, as published)')
    .option('--out <file>', 'write all places to a .csv or .parquet file', place)
    .option('--json', 'print the places as JSON')
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./ideal-points.js')).idealPoints(options, effects));

  addDraw(command(top, 'draw'), command, { list, place, again }, effects);

  const world = command(top, 'world').description('look at, build or verify the world');
  command(world, 'info')
    .description('what the world holds: tables, sources, rows lost')
    .option('--json', 'print the manifest')
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./world.js')).info(options, effects));
  command(world, 'build')
    .description('build the world from upstream files')
    .requiredOption('--sources <dir>', 'folder of upstream files', place)
    .option('--out <dir>', 'where to (default: the world of the project)', place)
    .action(async (options) => (await import('./world.js')).build(options, effects));
  command(world, 'add [name] [file]')
    .description(
      'add your own copy of a source that may not be passed on (without NAME, list them), or with --level a table of your own',
    )
    .option('--level <level>', 'a table of your own, one row a state-year, dyad-year or system-year')
    .option('--state <a,b>', 'of a table of your own: the column that names the state; two, of a pair', list)
    .option('--year <column>', 'the column of the year')
    .option('--columns <a,b>', 'take these columns as variables, and no others', list)
    .option('--prefix <prefix>', 'what its variables begin with (default: NAME_)')
    .option('--unit <column=unit>', 'the unit of a column; may be given again', again)
    .option('--decimal <mark>', 'how it writes decimals: point or comma')
    .option('--missing <a,b>', 'what else means that there is no value: --missing=-99', list)
    .option('--leave-out <name>', 'leave out rows of this name, such as World; may be given again', again)
    .option('--read-as <name=state>', 'read a name as another; may be given again', again)
    .option('--symmetric', 'of pairs: what is said of one direction holds of both')
    .option('--citation <text>', 'what to cite (default: the file and its hash)')
    .option(
      '--about <file>',
      'a YAML file with title, citation, and title, unit, definition of variables',
      place,
    )
    .option('--world <dir>', 'use this world', place)
    .action(async (name: string | undefined, file: string | undefined, options) =>
      (await import('./world-add.js')).add(name, file, options, effects),
    );
  command(world, 'remove <name>')
    .description('take away what was added under a name')
    .action(async (name: string) => (await import('./world-add.js')).remove(name, effects));
  command(world, 'verify')
    .description('compare every table with the manifest')
    .option('--world <dir>', 'use this world', place)
    .action(async (options) => (await import('./world.js')).verify(options, effects));

  command(top, 'trace <claim> [specification]')
    .description('follow a number from the verdict to the rows and files behind it')
    .addHelpText(
      'after',
      '\nThe specification is its number in `entente check CLAIM --specifications`; without one, that of the first reading nearest the median.',
    )
    .option('--part <name>', 'follow this part of a claim that has several')
    .option('--out <file>', 'write every row behind it to a .csv file, or table by table to a folder', place)
    .option('--jobs <n>', 'workers (default: one a core)', jobs)
    .option('--no-cache', 'neither read nor keep results')
    .option('--world <dir>', 'use this world', place)
    .option('--library <dir>', 'use this folder of arguments', place)
    .action(async (claim: string, specification: string | undefined, options) =>
      (await import('./trace.js')).trace(claim, specification, options, effects),
    );

  command(top, 'cite [what...]')
    .description('print the citations of variables, claims or arguments; of the whole world without any')
    .option('--bibtex', 'as BibTeX entries')
    .option('--world <dir>', 'use this world', place)
    .option('--library <dir>', 'use this folder of arguments', place)
    .action(async (what: string[], options) => (await import('./cite.js')).cite(what, options, effects));

  command(top, 'help [command]')
    .description('show help of a command')
    .action(async (name?: string) => (await import('./help.js')).help(name, top));

  return top;
}
