import { fail } from '../../kernel/errors.js';
import type { Design } from '../design.js';
import { figureRestsOn, needed, observed, readFigure, whyNot } from './asked.js';
import { type FigureParameters, figureParameters } from './parameters.js';
import { figurePicture } from './picture.js';
import { figureWorking } from './working.js';

/** Pieces that a line of diagnostics names. */
const named = 12;

/**
 * What does the record say where an author states a number, a bound, a place in an order, or a list?
 *
 * The recorded figure is a count of rows that meet conditions, a fact that somebody stated (with who and when), the
 * value of a variable, the place of a state among all, a list, the mean change over states, or a sum or difference of
 * these (`records/`). It has no resampling and no world without an effect: a figure is as stated, or it is not, or the
 * record is too incomplete to tell. `complete: false` says that the record lacks some of what is asked for: a count is
 * then a lower bound, and a value or a place can be any.
 *
 * The interval of a figure is the figure itself, but of a mean change over states, which is a sample of them. What is
 * stated, and the margin within which a record agrees, belong to the claim (`expect`); the sources and definitions of
 * the figure are its alternatives. It says nothing of what may be inferred from the figure.
 *
 * Throws `designs/no-fact`, `designs/several-facts`, `designs/no-value`, `designs/too-few-states`,
 * `designs/unknown-column`.
 */
export const figure: Design<FigureParameters> = {
  name: 'figure',
  title: 'Figure',
  says: 'Whether a stated number, bound, place in an order or list is what the record says.',
  cites: [],
  verdict: 'figure',
  parameters: figureParameters,
  effect: { name: 'figure', none: 0, scale: 'linear' },
  unit: ({ unit }) => unit,
  observes: ({ recorded }) => observed(recorded),
  cannot: ({ recorded }, catalogue) => whyNot(recorded, catalogue),
  needs: ({ recorded }, catalogue) => needed(recorded, catalogue),
  estimate({ recorded }, answers, catalogue) {
    const { value, low, high, n, of, lost, by, when, beyond, list, made } = readFigure(
      recorded,
      answers,
      catalogue,
    );
    const counts = made.every((piece) => piece.value === 1);
    const labels = made
      .slice(0, named)
      .map(({ label, value: x }) => (counts ? label : `${label}: ${Number(x.toPrecision(4))}`));
    return {
      ...{ value, low, high, n, of, lost },
      errors: low === high ? [] : [{ method: 'states as a sample (t)', low, high, chosen: true }],
      diagnostics:
        labels.length === 0
          ? {}
          : {
              made_of: `${labels.join('; ')}${made.length > named ? `; and ${made.length - named} more` : ''}`,
            },
      recorded: { by, when, beyond, ...(list && { list }) },
    };
  },
  underNull: () => fail('designs/no-null-world', 'a figure has no world without an effect'),
  point: ({ recorded }, answers, catalogue) => readFigure(recorded, answers, catalogue).value,
  restsOn: ({ recorded }) => figureRestsOn(recorded),
  picture: ({ recorded, unit }, answers, catalogue) =>
    figurePicture(readFigure(recorded, answers, catalogue), unit),
  working: ({ recorded }, answers, catalogue) => figureWorking(recorded, answers, catalogue),
  read: 'What the author states stands beside what each source or definition in the record says. A record that is known to be incomplete can bear out “at least so many”, and cannot refute it. Whether a figure supports what is inferred from it is another question.',
};
