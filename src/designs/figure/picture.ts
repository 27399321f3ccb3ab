import type { Mark, Picture, Role } from '../picture.js';
import type { Piece, Recorded } from './records/record.js';

/** Pieces that a picture has room for. */
const most = 20;

/** What a recorded figure is made of: a bar for each piece, the one that the question is about in full. */
export function figurePicture(r: Recorded, unit: string): Picture {
  const made = distinct(
    r.made.length > 0 ? r.made.slice(0, most) : [{ label: r.when, value: r.value, main: true }],
  );
  const apart = made.some((p) => p.main) && made.some((p) => !p.main);
  const figure = `${round(r.value)}${unit ? ` ${unit}` : ''}`;
  const named = made.filter((p) => p.main).map((p) => p.label);
  const left = r.made.length - made.length;
  return {
    title: apart
      ? `${named.join(', ')}: place ${round(r.value)} of ${r.n} ${r.of} by ${r.piecesCount ?? 'what is counted'}`
      : `Recorded: ${figure}`,
    subtitle: `${r.when}${left > 0 ? `; ${made.length} of ${r.made.length} shown` : ''}`,
    source: r.by,
    alt: `Bars: ${made.map((p) => `${p.label} ${round(p.value)}`).join(', ')}.`,
    x: { label: '', kind: 'category' },
    y: { label: r.piecesCount ?? (unit || 'recorded'), zero: true },
    horizontal: true,
    marks: apart
      ? [
          bars(
            'main',
            named.join(', '),
            made.filter((p) => p.main),
          ),
          bars(
            'context',
            'others',
            made.filter((p) => !p.main),
          ),
        ]
      : [bars('main', 'recorded', made)],
  };
}

const bars = (role: Role, name: string, made: readonly Piece[]): Mark => ({
  kind: 'bars',
  role,
  name,
  points: made.map((p) => ({ x: p.label, y: p.value })),
});

const round = (x: number): string => String(Number(x.toPrecision(3))).replace('-', '−');

/** Pieces of one name are numbered, so that each has its bar. */
function distinct(made: readonly Piece[]): readonly Piece[] {
  const seen = new Map<string, number>();
  return made.map((p) => {
    const n = (seen.get(p.label) ?? 0) + 1;
    seen.set(p.label, n);
    return n === 1 ? p : { ...p, label: `${p.label} (${n})` };
  });
}
