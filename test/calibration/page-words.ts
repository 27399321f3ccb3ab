/** How the page is made. */
export const redo = (
  worlds: string,
): string => `Made from ${worlds} simulated worlds a cell, with fixed seeds, by

\`\`\`
npx tsx scripts/write-calibration.ts           # half an hour; goes on where it was stopped
npx tsx scripts/write-calibration.ts --page    # the page and its pictures alone, from the numbers
\`\`\`

The numbers stand in [calibration.json](calibration.json). A short version of the simulations runs with the tests.

## How it is done`;

/** What the page says before its numbers. */
export const intro = (
  specifications: number,
): string => `A verdict rests on many specifications that share their data, and no theory says how often such a verdict errs. So the rule is tried where the truth is known: in simulated worlds with the shape of the real record, run through the designs’ own estimators, intervals and worlds without an effect, and through the rule itself.

Each world is seen by ${specifications} specifications (four sources, four methods, three definitions), whose estimates move together either as in real claims (as measured in the claims that each design’s worlds take after) or as set: not at all, half, or nearly as one. What was *achieved* stands beside it: two specifications that differ in years or group cannot be made to agree entirely.

**SE** is the standard error that a specification itself reports, the width of its 95 % interval over 2 · 1.96, averaged over worlds without an effect: it is what a reader of a brief sees, and what the rule has to go by. **SD**, the true standard error, is the standard deviation of its estimates over these worlds. SE above SD is caution, SE below SD is false certainty. Every cell is run in both; limits are meant in SE. **m** is the smallest effect that matters. Each cell is run at its edge: effects and m are set for each specification from its own SE, so that none has it easier than the limit says.

| cell | the world | the limit |
| --- | --- | --- |
| True | effect max(m, 2 SE) + 2.5 SE | supported or leans for in 95 % or more |
| False | no effect, SE at most m/4 | contradicted or leans against in 95 % or more |
| Undecidable | effect m/2, SE at least 3 m | undetermined in 90 % or more, supported and contradicted in at most 5 % each |
| Split | true for two sources, false for the other two, SE = m/4 | contested, or *depends on* the source, in 90 % or more; never supported |
| No effect | at any SE | supported in at most 5 %, upper end of the 95 % binomial interval at most 6.5 % |
| Just matters | effect m, at any SE | contradicted in at most 5 %, as above (our own addition) |

The claims are of *more*. A claim of *no more than* is its mirror, line by line: for and against change places, so that what is said of *supported* here holds of *contradicted* there.

## What had to change

The rule of verdicts is as it was. The intervals of series were not good enough, and with them the rule called much of what cannot be decided contested or leaning. Most real series are near random walks: of the sixteen that the trends below take after, eleven have a correlation of neighbouring years that cannot be told from 1. For such series the likeliest memory of a short record is mostly too short, and an interval that takes it for the truth holds the truth in some 70 of 100 worlds instead of 95 (Intervals by memory, below).

\`trend\` and \`comparison\` over years now have one more interval, which counts where it is the widest: first-order autoregression at *the longest memory that the record allows*, the one-sided upper 95 % limit of ρ by its restricted likelihood. Their worlds without a trend or shift have that memory too. The price is power: where memory is short but the record is too short to show it, the interval is several times as wide as it would be if one knew (see *Intervals by memory*).

Then one limit of 354 was still missed (trends at a correlation of 0.9, False, SE m/4: 94.9 %, in 5,000 worlds 94.2 %), and the cause was not the memory but chance: prewhitened Newey–West, whose autoregression was bounded at 0.97, is in a short series now and then five or ten times as wide as it should be, and the widest interval is the one that counts. Its bound is 1 − 1/√n now (Sul, Phillips & Choi 2005). The intervals of near random walks became narrower by a fifth and hold the truth as often.

Nothing was changed for \`share\` and for comparisons with a group, which kept all limits as they were.`;

/** What the worlds of each simulation are. */
export const worldsOf: Readonly<Record<string, string>> = {
  'share of states':
    'The states of the record with their starting scores, their gaps and the groups of allies; four democracy scores, two windows, two definitions of ally, three ways of counting falls. Each state fell as a state drawn from the record fell, so that falls are as rare and as skewed as they are; as in real claims in all scores, windows and ways at once, and as often together with its whole region as falls on record are alike within regions. Where there is an effect, the falls of the group are larger by one factor. A ratio cannot exceed the whole over the group’s part, which makes its errors uneven; effect, m and SE are measured in log odds of the share, where they are nearly even. (The rule asks only in what order they lie, so that the scale does not matter to it.)',
  'share of room':
    'The same against the room to fall: each state lost the part of its room that a state drawn from the record lost. On record the parts lost are alike within regions (an intraclass correlation of 0.08 over five regions, against 0.02 for plain falls), which the intervals do not know: they hold the truth less often than they say, and the limits are kept with little to spare.',
  trend:
    'Sixteen series that take after real ones: the share of votes in which the United States stood nearly alone (four sets of votes), the effective number of holders of four resources, the dispersion of four democracy scores, and four measures of the gap between rich and poor states. Each has the years, the gaps and the autoregression of its model and no trend; three windows of the claims. What is new in a year correlates among them as the yearly changes of the models do within a claim, on average of these four claims. At a set correlation all series of a world have one window and the memories of one family, in turn. Where a measure can be drawn anew from its states, the design has one more interval that may be the widest; these worlds do without it.',
  'comparison with a group':
    'The United States and, in turn, the members of the OECD, the democracies and its allies; four scores, four pairs of spans. Each state, the United States too, has the history of a state drawn from the record, as in real claims in all scores at once and as alike within a region as on record.',
  'comparison over years':
    'Sixteen series that take after real ones (four democracy scores and four scores of rights of the United States; four shares of China in trade, four in forces), with their autoregression and, where the source gives it, its own error, one for all years of a span; three pairs of spans that claims compare. Otherwise as for trends.',
};

/** Real verdicts that changed with the intervals. */
export const changedVerdicts = `## Real verdicts that changed

The changes were decided by the cells above, not by how verdicts turn out. Afterwards two verdicts of readings were other than with the intervals first written: in \`systems-stay-different\`, read as two camps, *contested* became *undetermined*; in \`gap-between-rich-and-poor\`, read as the gap between countries by their people, *undetermined* became *leans against*. No verdict of a first reading changed. In other claims about series specifications went from for or against to open, most of all in \`us-isolated-in-the-assembly\`, where 36 of 112 had told and none does now (decisions [51 and 80](decisions.md)).`;

/** What the worlds leave out. */
export const notSimulated = `## What is not tried here

Votes and counts that \`comparison\` draws anew; yardsticks by people, where two states weigh a third of the world; the cap, *to ⟨year⟩* and failed specifications, which can only weaken an answer; claims of *no effect*, of which there are none yet. Two cells are left out for \`share\`, where each size of an effect costs a run of its own (SE of 10 m for Undecidable, of 3 m for Just matters). Series are normal and first-order autoregressive: a record that broke, that follows cycles, or whose yearly changes are themselves nearly a random walk is not among them. What holds of these worlds holds of claims whose record is like them.`;
