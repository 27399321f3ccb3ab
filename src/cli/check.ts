import { findClaims } from '../claims/find.js';
import { designs } from '../designs/index.js';
import { type Tables, tablesOf } from '../verdicts/test-claims.js';
import type { Effects } from './effects.js';
import { openForClaims } from './open-for-claims.js';
import { placesOf } from './places.js';
import { shortNumber, textTable } from './table.js';

interface CheckOptions {
  readonly specifications?: boolean;
  readonly json?: boolean;
  readonly world?: string;
  readonly library?: string;
}

/** `entente check`: is the claim well formed, and what would run? Nothing runs. */
export async function check(
  names: readonly string[],
  options: CheckOptions,
  effects: Effects,
): Promise<void> {
  const places = placesOf(options, process.env);
  const found = findClaims(names, places.library, designs);
  const world = await openForClaims(
    found.flatMap((f) => f.claims),
    places,
  );
  try {
    const tables = tablesOf(
      found.flatMap((f) => f.claims),
      designs,
      world,
    );
    if (options.json) effects.out(`${JSON.stringify(tables.map(tableJson), null, 1)}\n`);
    else
      for (const t of tables)
        effects.out(`${summary(t)}${options.specifications ? `\n${listing(t)}` : ''}\n`);
  } finally {
    world.close();
  }
}

const tableJson = (t: Tables) => ({
  argument: t.claim.argument,
  claim: t.claim.id,
  parts: t.parts.map(({ table }) => ({
    part: table.part.name,
    design: table.part.design,
    specifications: table.specifications.map(
      ({ reading, choices, weight, matters, observes, impossible, key }) => ({
        reading,
        choices,
        weight,
        matters,
        observes,
        impossible: impossible ?? null,
        key,
      }),
    ),
  })),
});

function summary({ claim, parts, own }: Tables): string {
  const id = `${claim.argument}/${claim.id}`;
  if (parts.length === 0) {
    return claim.untestable
      ? `${id}: untestable here: ${claim.untestable.because}`
      : `${id}: well formed; waits for ${claim.awaits.join(', ')}`;
  }
  const lines = parts.map(({ table }) => {
    const impossible = table.specifications.filter((s) => s.impossible !== undefined);
    const readings = table.readings.length > 1 ? ` in ${table.readings.length} readings` : '';
    const left = impossible.length > 0 ? `, ${impossible.length} of them impossible` : '';
    return `${table.part.name ? `${table.part.name}: ` : ''}${table.specifications.length} specifications${readings}${left}`;
  });
  const rests = own
    ? `; ${own.parts ? 'some rest' : 'rests'} on data of your own (${own.sources.join(', ')})`
    : '';
  return `${id}: well formed; ${lines.join('; ')}${rests}`;
}

function listing({ parts }: Tables): string {
  return parts
    .map(({ table }) => {
      const names = Object.keys(table.specifications[0]?.choices ?? {});
      const rows = table.specifications.map((s, i) => [
        String(i + 1),
        ...names.map((name) => String(s.choices[name])),
        s.impossible === undefined ? shortNumber(s.weight) : '',
        s.impossible === undefined ? shortNumber(s.matters) : '',
        s.impossible === undefined ? 'runs' : `impossible: ${s.impossible}`,
      ]);
      return textTable(['#', ...names, 'weight', 'm', ''], rows);
    })
    .join('\n\n');
}
