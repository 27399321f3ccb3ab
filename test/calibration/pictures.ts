import type { Mark, Picture } from '../../src/designs/picture.js';
import { drawPicture } from '../../src/figures/draw-picture.js';
import type { Answer } from '../../src/verdicts/verdict.js';
import type { CurvePoint } from './judge-worlds.js';
import type { Results } from './results.js';
import type { SimulationResult } from './run-simulation.js';

/** An operating curve as a file. */
export interface CurvePicture {
  readonly simulation: string;
  readonly ratio: number;
  readonly file: string;
  readonly alt: string;
  readonly svg: string;
}

const curves: readonly {
  readonly name: string;
  readonly role: 'main' | 'comparison' | 'context';
  readonly answers: readonly Answer[];
  readonly dashed?: boolean;
}[] = [
  { name: 'supported or leans for', role: 'main', answers: ['supported', 'leans for'] },
  { name: 'supported', role: 'main', answers: ['supported'], dashed: true },
  { name: 'contradicted or leans against', role: 'comparison', answers: ['contradicted', 'leans against'] },
  { name: 'undetermined or contested', role: 'context', answers: ['undetermined', 'contested'] },
];

/** Per cent of worlds with one of some answers. */
function percent({ answers }: CurvePoint, of: readonly Answer[], worlds: number): number {
  return (100 * of.reduce((sum, answer) => sum + (answers[answer] ?? 0), 0)) / worlds;
}

const inWords: Readonly<Record<number, string>> = { 0.25: 'a quarter of m', 1: 'm' };

function curvePicture({ simulation, worlds, curve }: SimulationResult, ratio: number): Picture {
  const points = curve.filter((point) => point.of === 'reported' && point.ratio === ratio);
  const at = (effect: number, of: readonly Answer[]): string =>
    `${Math.round(percent(points.find((p) => p.effect === effect)!, of, worlds))}\u00a0%`;
  const plain = ratio < 0.5 ? 6.5 : 4.5;
  const [towards, , against] = curves as [(typeof curves)[0], unknown, (typeof curves)[0]];
  const title = `${simulation[0]!.toUpperCase()}${simulation.slice(1)}, SE ${inWords[ratio]}: an effect of ${plain}\u00a0SE is found in ${at(plain, towards.answers)} of the worlds; where there is none, ${at(0, against.answers)} speak against, ${at(0, towards.answers)} for`;
  return {
    title,
    subtitle: `Answers as the true effect grows, ${worlds.toLocaleString('en')} worlds, correlation as in real claims`,
    source: 'simulated worlds with the shape of the shipped record',
    alt: `${title}. By effect in standard errors: ${points.map((p) => `${p.effect}: ${percent(p, towards.answers, worlds).toFixed(0)} % for, ${percent(p, against.answers, worlds).toFixed(0)} % against`).join('; ')}.`,
    x: { label: 'true effect, in standard errors', kind: 'number' },
    y: { label: 'per cent of worlds', zero: true },
    marks: [
      ...curves.map(
        ({ name, role, answers, dashed }): Mark => ({
          kind: 'line',
          role,
          name,
          points: points.map((p) => ({ x: p.effect, y: percent(p, answers, worlds) })),
          ...(dashed && { dashed }),
        }),
      ),
      { kind: 'rule', axis: 'x', at: 1 / ratio, label: 'm, the least that matters' },
    ],
  };
}

/** The operating curves of all designs, where m is four standard errors and where it is one. */
export async function calibrationPictures({ simulations }: Results): Promise<CurvePicture[]> {
  const pictures: CurvePicture[] = [];
  for (const result of simulations.filter(({ curve }) => curve.length > 0))
    for (const ratio of [0.25, 1]) {
      const picture = curvePicture(result, ratio);
      pictures.push({
        simulation: result.simulation,
        ratio,
        file: `${result.simulation.replaceAll(' ', '-')}-${ratio === 1 ? 'wide' : 'narrow'}.svg`,
        alt: picture.title,
        svg: await drawPicture(picture, { standalone: true, width: 720 }),
      });
    }
  return pictures;
}
