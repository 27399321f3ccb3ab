import { place } from '../curve-marks.js';
import { type Html, html, raw } from '../html.js';
import { font, paint } from '../paint.js';
import { sheetOf } from '../sheet.js';
import { spread } from '../spread.js';
import { textSize, textWidth } from '../text-width.js';
import { type Alignment, type Bounds, boundsOf, sideOf } from './alignment.js';
import { type AlignmentWords, inWords } from './alignment-words.js';
import { type Land, type LandOfState, landSource } from './land.js';
import { keyOf } from './map-key.js';
import { hatched, patterns, surfaceOf } from './surfaces.js';

/** The map of an alignment, and what it is called. */
export interface AlignmentMap {
  readonly alignment: Alignment;
  readonly words: AlignmentWords;
  readonly land: Land;
}

export interface MapOptions {
  readonly width?: number;
  /** Begins the names of its patterns, which are to be one of a kind on a page. */
  readonly name?: string;
  /** For a file of its own: title, subtitle and source line stand inside the picture. */
  readonly standalone?: boolean;
}

/** What is said under the title of a map’s page or file, and where its numbers and its land come from. */
export const mapSource = ({ words }: AlignmentMap): string => `${words.source}. ${landSource}`;

/**
 * Draws where the states of a year stand between two poles, on the land of 2018: each state in the colour of the pole
 * to which it stands nearer, deeper the nearer, the first pole’s side striped; members without enough votes hatched;
 * other land pale; small states as dots. States that the land does not show stand under it by name.
 */
export function drawAlignmentMap(
  map: AlignmentMap,
  { width = 760, name = '', standalone = false }: MapOptions = {},
): string {
  const { alignment, land, words } = map;
  const bounds = boundsOf(alignment.states);
  const scale = width / land.width;
  const bottom = (land.bottom - land.top) * scale;
  const key = keyOf(map, bounds, { width, top: bottom + 14 });
  const ground = html`<g transform="scale(${place4(scale)}) translate(0,${-land.top})"><path d="${raw(land.others)}" fill="${paint.shade}" stroke="${paint.grid}" stroke-width="${place(0.8 / scale)}"/>${shapes(map, bounds, scale)}</g>`;
  const body = html`${patterns}${ground}${dots(map, bounds, scale)}${poleNames(map, scale)}${key.marks}`;
  const { html: drawn } =
    html`<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${place(key.bottom)}" width="${width}" height="${place(key.bottom)}" role="img" aria-label="${words.alt}" font-family="${font}" font-size="${textSize}" fill="${paint.ink}">${body}</svg>`;
  const svg = name ? drawn.replace(/(id="|url\(#)alignment-/g, `$1${name}-`) : drawn;
  if (!standalone) return svg;
  return sheetOf(svg, { title: words.title, subtitle: words.subtitle, source: `Source: ${mapSource(map)}.` });
}

const place4 = (x: number): string => String(Math.round(x * 1e4) / 1e4);

/** What is known of a state in the year. */
const found = ({ alignment }: AlignmentMap, ccode: number) => ({
  pole: alignment.poles.findIndex((p) => p.ccode === ccode),
  state: alignment.states.find((s) => s.ccode === ccode),
  silent: alignment.silent.find((s) => s.ccode === ccode),
});

/** Fill and words of a state’s land; undefined where it is like the land of no state. */
function look(map: AlignmentMap, ccode: number, bounds: Bounds) {
  const { pole, state, silent } = found(map, ccode);
  if (pole >= 0)
    return { surface: surfaceOf(pole === 0 ? 3 : -3), title: map.alignment.poles[pole]!.name, pole: true };
  if (state)
    return { surface: surfaceOf(sideOf(state, bounds)), title: inWords(map.alignment, state, map.words) };
  if (silent) return { surface: hatched, title: `${silent.name}: too few votes` };
  return undefined;
}

function shapes(map: AlignmentMap, bounds: Bounds, scale: number): Html {
  const border = (wide: number): string => place4(wide / scale);
  const drawn = map.land.states.map((s) => ({ s, as: look(map, s.ccode, bounds) }));
  const last = (one: (typeof drawn)[number]): number => (one.as?.pole ? 1 : 0);
  return html`${drawn
    .filter(({ s }) => s.path !== '')
    .sort((a, b) => last(a) - last(b))
    .map(({ s, as }) => {
      const style = as?.pole
        ? html`stroke="${paint.ink}" stroke-width="${border(1.3)}"`
        : html`stroke="${as ? paint.paper : paint.grid}" stroke-width="${border(as ? 0.5 : 0.8)}"`;
      if (!as) return html`<path d="${raw(s.path)}" fill="${paint.shade}" ${style}/>`;
      const stripes = as.surface.over && html`<path d="${raw(s.path)}" fill="${as.surface.over}"/>`;
      return html`<g><title>${as.title}</title><path d="${raw(s.path)}" fill="${as.surface.fill}" ${style}/>${stripes}</g>`;
    })}`;
}

function dots(map: AlignmentMap, bounds: Bounds, scale: number): Html {
  const r = Math.max(2, 3.1 * scale);
  return html`${map.land.states.map((s) => {
    const as = s.dot && look(map, s.ccode, bounds);
    if (!as) return '';
    const [x, y] = onPaper(s.dot!, map.land, scale);
    const circle = (fill: string, more: Html | string = ''): Html =>
      html`<circle cx="${place(x)}" cy="${place(y)}" r="${place(as.pole ? r + 1.5 : r)}" fill="${fill}" ${more}/>`;
    const rim = html`stroke="${as.pole ? paint.ink : paint.muted}" stroke-width="${as.pole ? 1.3 : 0.6}"`;
    return html`<g><title>${as.title}</title>${circle(as.surface.fill, rim)}${as.surface.over && circle(as.surface.over)}</g>`;
  })}`;
}

const onPaper = ([x, y]: readonly [number, number], land: Land, scale: number): [number, number] => [
  x * scale,
  (y - land.top) * scale,
];

/** Names of the poles on their land, moved apart where they would touch. */
function poleNames(map: AlignmentMap, scale: number): Html {
  const { land, alignment } = map;
  const shown = alignment.poles.flatMap(({ ccode, name }) => {
    const own = land.states.find((s) => s.ccode === ccode);
    return own ? [{ name, own }] : [];
  });
  const at = shown.map(({ own }) => onPaper(nameAt(own), land, scale));
  const room = shown.map(({ name }) => textWidth(name, textSize) * 1.12);
  const touch = at.length === 2 && Math.abs(at[0]![0] - at[1]![0]) < (room[0]! + room[1]!) / 2;
  const heights = at.map(([, y]) => y);
  const middles = touch ? spread(heights, [16, 16], 10, (land.bottom - land.top) * scale) : heights;
  return html`${shown.map(({ name }, i) => {
    const x = Math.min(Math.max(at[i]![0], room[i]! / 2), land.width * scale - room[i]! / 2);
    return html`<text x="${place(x)}" y="${place(middles[i]! + 4)}" text-anchor="middle" font-weight="600" stroke="${paint.paper}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">${name}</text>`;
  })}`;
}

/** The name of a dot stands above it, others on the middle of their land. */
const nameAt = ({ at, dot }: LandOfState): readonly [number, number] => (dot ? [dot[0], dot[1] - 14] : at);
