import type { Answers, Catalogue, Needs } from '../../world/open.js';
import { figureInSum, type Working } from '../working.js';
import { type AskedFigure, kindOf, leaves, readFigure, recordName, written } from './asked.js';

/** What each question to the record gave and which rows it read, and how the figure is made of them. */
export function figureWorking(asked: AskedFigure, answers: Answers, catalogue: Catalogue): Working {
  const read = leaves(asked).map((leaf, i) => {
    const kind = kindOf(leaf);
    return {
      name: recordName(i),
      ...kind.behind(leaf, catalogue),
      found: kind.read(leaf, answers[recordName(i)] ?? [], catalogue),
    };
  });
  const whole = readFigure(asked, answers, catalogue);
  const sum = read.length > 1 ? [`figure: ${written(asked)} = ${figureInSum(whole.value)}`] : [];
  const rows = read.flatMap(({ name, found }) =>
    found.made.length > 0
      ? found.made.map(({ label, value }) => ({ record: name, what: label, value }))
      : [{ record: name, what: found.of, value: found.value }],
  );
  return {
    says: [...read.map(({ name, says, found }) => `${name}: ${says}, ${figureInSum(found.value)}`), ...sum],
    rows,
    behind: Object.fromEntries(read.map((r) => [r.name, r.rows])) satisfies Needs,
  };
}
