import type { Picture } from '../../designs/picture.js';
import { place } from '../curve-marks.js';
import { drawPicture, type PictureOptions, sheetText } from '../draw-picture.js';
import { type Html, html } from '../html.js';
import { withCommas } from '../numbers.js';
import { paint } from '../paint.js';
import { frame, type PictureFrame } from '../picture-frame.js';
import { looks } from '../picture-series.js';
import { sheetOf } from '../sheet.js';
import { textSize, wrapText } from '../text-width.js';
import { type AgreementInYear, type AgreementOfPair, nameOf } from './agreement-picture.js';
import { unbroken } from './unbroken.js';

const tall = 56;

/** Draws agreement over time, and under it, on the same years, the votes that it rests on. */
export async function drawAgreement(
  picture: Picture,
  pairs: readonly AgreementOfPair[],
  { width = 760, standalone = false }: PictureOptions = {},
): Promise<string> {
  const upper = await drawPicture(picture, { width });
  const strip = votesStrip(picture, pairs, frame(picture, width));
  const height = frame(picture, width).height;
  const svg = upper
    .replace(/ viewBox="[^"]*"/, ` viewBox="0 0 ${width} ${place(height + strip.tall)}"`)
    .replace(/ height="[^"]*"/, ` height="${place(height + strip.tall)}"`)
    .replace(/<\/svg>$/, `<g transform="translate(0,${place(height)})">${strip.marks.html}</g></svg>`);
  return standalone ? sheetOf(svg, sheetText(picture)) : svg;
}

/** Shared votes of each pair in each session, as lines that begin at nothing. */
function votesStrip(picture: Picture, pairs: readonly AgreementOfPair[], at: PictureFrame) {
  const look = looks(picture);
  const span = at.along.kind === 'year' ? at.along.domain : [0, 1];
  const across = (year: number): number =>
    at.left + ((year - span[0]!) / (span[1]! - span[0]! || 1)) * (at.right - at.left);
  const shown = pairs.map((pair) => ({
    ...pair,
    sessions: pair.sessions.filter((s) => span[0]! <= s.year && s.year <= span[1]!),
  }));
  const most = Math.max(...shown.flatMap((p) => p.sessions.map((s) => s.shared)));
  const caption = wrapText('Votes in which both took part', at.width, textSize);
  const top = 12 + caption.length * 15;
  const up = (n: number): number => top + tall - (tall * n) / most;
  const lines = shown.map((pair) => {
    const mark = picture.marks.find((m) => m.kind !== 'rule' && m.name === nameOf(pair));
    const style = mark && look.get(mark);
    if (!style) return '';
    const at = (s: AgreementInYear): string => `${place(across(s.year))} ${place(up(s.shared))}`;
    const runs = unbroken(pair.sessions);
    const d = runs.flatMap((run) => (run.length > 1 ? [`M${run.map(at).join('L')}`] : [])).join('');
    const dots = runs.flatMap((run) => (run.length > 1 ? [] : [`M${at(run[0]!)}h.01`])).join('');
    const path = (of: string, wide: number, dash?: string): Html | string =>
      of &&
      html`<path d="${of}" fill="none" stroke="${style.colour}" stroke-width="${wide}" stroke-linecap="round"${dash && html` stroke-dasharray="${dash}"`}/>`;
    return html`${path(d, 1.5, style.dash)}${path(dots, 4)}`;
  });
  const scale = (n: number): Html =>
    html`<path d="M${place(at.left)} ${place(up(n))}H${place(at.right)}" stroke="${paint.grid}"/><text x="${place(at.left - 8)}" y="${place(up(n) + 4)}" text-anchor="end" fill="${paint.muted}">${withCommas(n)}</text>`;
  const marks = html`${caption.map((l, i) => html`<text x="0" y="${12 + i * 15}" fill="${paint.muted}">${l}</text>`)}${scale(0)}${scale(most)}${lines}`;
  return { marks, tall: top + tall + 8 };
}
