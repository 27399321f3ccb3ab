import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CastVotes } from '../../src/statistics/ideal-points/cast-votes.js';
import { openDatabase } from '../../src/world/database.js';

/** Which of the Assembly’s votes. */
export interface AssemblyChoice {
  readonly from: number;
  readonly to: number;
  /** One of Voeten’s issue codes (to session 75). */
  readonly issue?: string | undefined;
}

/**
 * The Assembly’s votes as ideal points need them: Voeten’s roll calls to session 74, the Library’s recorded votes after,
 * as Bailey, Strezhnev and Voeten took them for their estimates: without session 19, Zanzibar (511) and South Africa in
 * session 48, and from 1990 on without paragraphs and amendments. Roll calls that repeat the same resolution are one item.
 */
export async function readAssemblyVotes(
  world: string,
  matched: string,
  { from, to, issue }: AssemblyChoice,
): Promise<CastVotes> {
  const table = (name: string): string => `'${join(world, `${name}.parquet`)}'`;
  const database = await openDatabase();
  try {
    const rows = await database.rows<{ item: number; session: number; ccode: number; vote: number }>(
      `SELECT rcid::INTEGER AS item, session::INTEGER AS session, ccode, vote::INTEGER AS vote
         FROM ${table('un_roll_call_votes')} JOIN ${table('un_roll_calls')} USING (rcid)
        WHERE vote < 4 AND session <= 74 AND session BETWEEN ${from} AND ${to} AND session <> 19 AND ccode <> 511
          AND NOT (ccode = 560 AND session = 48)
          AND NOT (year(date_printed) > 1989 AND (coalesce(para, 0) = 1 OR coalesce(amend, 0) = 1))
          ${issue ? `AND ${issue} = 1` : ''}
       UNION ALL
       SELECT 1000000 + dense_rank() OVER (ORDER BY record), session_year - 1945, ccode, vote
         FROM ${table('un_votes')} JOIN ${table('un_resolutions')} USING (record)
        WHERE body = 'GA' AND vote < 4 AND session_year - 1945 > 74 AND session_year - 1945 BETWEEN ${from} AND ${to}
          ${issue ? 'AND false' : ''}
        ORDER BY item, ccode`,
    );
    const first = linked(readFileSync(matched, 'utf8'));
    return {
      state: Int32Array.from(rows, (r) => r.ccode),
      session: Int32Array.from(rows, (r) => r.session),
      item: Int32Array.from(rows, (r) => first(r.item)),
      choice: Uint8Array.from(rows, (r) => r.vote),
    };
  } finally {
    database.close();
  }
}

/** The first roll call of the chain of repetitions in which a roll call stands. */
function linked(csv: string): (rcid: number) => number {
  const earlier = new Map<number, number>();
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const [, before, after] = line.split(',').map(Number) as [number, number, number];
    earlier.set(after, Math.min(before, earlier.get(after) ?? before));
  }
  return (rcid) => {
    let first = rcid;
    while (earlier.has(first) && earlier.get(first)! < first) first = earlier.get(first)!;
    return first;
  };
}
