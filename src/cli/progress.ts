import type { Progress } from '../verdicts/test-claims.js';
import type { Effects } from './effects.js';

/** Least time between two redrawings, in milliseconds. */
const pause = 200;

const duration = (ms: number): string => {
  const s = Math.round(ms / 1000);
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} min ${s % 60} s`;
};

/** One line that a person can watch: how many, time left, and the answer that emerges. Nothing where nobody watches. */
export function progressLine(effects: Effects): {
  show(progress: Progress): void;
  /** How many questions of the critics have their answer. */
  showCritics(done: number, total: number): void;
  clear(): void;
} {
  if (!effects.watched) return { show: () => {}, showCritics: () => {}, clear: () => {} };
  let shown = Number.NEGATIVE_INFINITY;
  /** The first result: what it took to begin says nothing of what is left. */
  let first: { readonly done: number; readonly at: number } | undefined;
  return {
    show(progress) {
      const now = effects.now();
      first ??= { done: progress.done, at: now };
      if (now - shown < pause && progress.done < progress.total) return;
      shown = now;
      const run = progress.done - first.done;
      const left = run === 0 ? '…' : duration(((now - first.at) / run) * (progress.total - progress.done));
      const { shares, answer, figure } = progress.emerging().parts[0]?.readings[0] ?? {
        shares: { for: 0, against: 0 },
        answer: '',
        figure: null,
      };
      const weight = `${Math.round(100 * shares.for)} % for, ${Math.round(100 * shares.against)} % against`;
      const so = figure ? answer : `${answer} (${weight})`;
      const line = `${progress.done}/${progress.total}  ${left} left  ${progress.claim}: so far ${so}`;
      effects.say(`\r\u001b[K${line.slice(0, effects.columns - 1)}`);
    },
    showCritics(done, total) {
      const now = effects.now();
      if (now - shown < pause && done < total) return;
      shown = now;
      effects.say(`\r\u001b[K${done}/${total} questions of the critics`.slice(0, effects.columns - 1));
    },
    clear: () => effects.say('\r\u001b[K'),
  };
}
