import { decidingPart } from './deciding-part.js';
import type { ClaimVerdict, Graded, ReadingVerdict } from './verdict.js';

/** An estimate as `--json` prints it. */
const estimate = (g: Graded) => ({
  choices: g.choices,
  value: g.estimate?.value ?? null,
  low: g.estimate?.low ?? null,
  high: g.estimate?.high ?? null,
  n: g.estimate?.n ?? null,
  stance: g.stance,
  reason: g.reason,
  weight: g.weight,
  key: g.key,
  ...(g.estimate?.recorded && {
    recorded_by: g.estimate.recorded.by,
    recorded_when: g.estimate.recorded.when,
    record_leaves_out: g.estimate.recorded.beyond,
    ...(g.estimate.recorded.list && { list: g.estimate.recorded.list }),
  }),
});

const reading = (r: ReadingVerdict) => ({
  reading: r.reading,
  verdict: r.answer,
  to: r.until,
  depends_on: r.dependsOn,
  specifications: r.specifications,
  impossible: r.impossible.reduce((sum, i) => sum + i.specifications, 0),
  ...r.counts,
  shares: r.figure ? null : r.shares,
  ...(r.figure && { stated: r.figure.stated, margin: r.figure.margin }),
  median: r.median,
  low: r.low,
  high: r.high,
  unit: r.unit,
  at_half: r.atHalf,
  at_double: r.atDouble,
  capped: r.capped,
  joint: r.joint && {
    p: r.joint.p,
    as_strong: r.joint.asStrong,
    worlds: r.joint.worlds,
    world: r.joint.world,
  },
  decides: r.decides.map(({ alternative, share, flips }) => ({ alternative, share, flips })),
  estimates: r.graded.map(estimate),
});

const nothing = {
  specifications: 0,
  impossible: 0,
  for: 0,
  against: 0,
  open: 0,
  failed: 0,
  median: null,
  low: null,
  high: null,
  unit: '',
  joint: null,
  decides: [],
  estimates: [],
};

/**
 * A verdict as `--json` prints it: the counts, spread and estimates are those of the first reading of the deciding
 * part; every reading stands in full under `readings`, every part under `parts` where there are several. Where it rests
 * on data of the user's own it names them; `with_own_data` is the verdict with them, where there is one without.
 */
export const verdictJson = (v: ClaimVerdict) => ({
  ...oneVerdict(v),
  ...(v.withOwn && { with_own_data: oneVerdict(v.withOwn) }),
});

function oneVerdict(v: ClaimVerdict) {
  const deciding = decidingPart(v);
  const readings = deciding?.readings.map(reading) ?? [];
  const {
    reading: _name,
    verdict: _verdict,
    ...first
  } = readings[0] ?? { reading: '', verdict: '', ...nothing };
  return {
    argument: v.argument,
    claim: v.claim,
    verdict: v.answer,
    to: v.until,
    in_part: v.inPart,
    ...(v.restsOn && { rests_on_own_data: v.restsOn }),
    ...first,
    depends_on: v.dependsOn,
    readings,
    since_then: deciding?.since.map(reading) ?? [],
    ...(v.parts.length > 1 && {
      parts: v.parts.map((p) => ({ part: p.part, readings: p.readings.map(reading) })),
    }),
  };
}
