import type { World } from '../../world/open.js';
import { comparePortfolios, type Portfolios, portfolioCards, portfolioCites } from './compare-portfolios.js';
import type { DyadMeasure } from './dyad-measure.js';

const prefix = 'vote';

/**
 * How alike two members vote in the UN General Assembly, session by session: over all recorded votes (failed texts,
 * paragraphs and amendments too) in which both took part, yes, abstention and no being ordered answers.
 */
export const votesCompared: DyadMeasure = {
  name: 'vote_similarity',
  title: 'Similarity of votes in the UN General Assembly',
  cites: portfolioCites,
  tables: ['assembly_votes', 'assembly_choices'],
  restsOn: [],
  years: { from: 1946, to: 2025 },
  variables: portfolioCards(
    prefix,
    'votes in the UN General Assembly',
    'Over the recorded votes of a session in which both took part (failed texts, paragraphs and amendments too): yes, abstention and no, in that order. The year is the one in which the regular session opened. It says nothing of texts adopted without a vote, which are most.',
  ),
  compute: async (world) => comparePortfolios(await votesBySession(world), 3, prefix),
};

/** Choices by session; absent and not voting is no answer. */
async function votesBySession(world: World): Promise<Portfolios[]> {
  const sessions = new Map<number, { votes: Map<number, number>; states: Map<number, [number, number][]> }>();
  const chunks = world.chunks({
    sql: `SELECT v.session_year, vote, c.ccode, c.choice FROM assembly_choices c JOIN assembly_votes v USING (vote)
      WHERE c.choice IN (1, 2, 3) ORDER BY ALL`,
    tables: ['assembly_choices', 'assembly_votes'],
  });
  for await (const chunk of chunks) {
    const [years, votes, ccodes, choices] = [0, 1, 2, 3].map((i) => chunk.column(i) as readonly number[]);
    for (let i = 0; i < chunk.rows; i++) {
      const session = sessions.get(years![i]!) ?? { votes: new Map(), states: new Map() };
      sessions.set(years![i]!, session);
      const vote = session.votes.get(votes![i]!) ?? session.votes.size;
      session.votes.set(votes![i]!, vote);
      const own = session.states.get(ccodes![i]!) ?? [];
      session.states.set(ccodes![i]!, own);
      own.push([vote, choices![i]!]);
    }
  }
  return [...sessions].map(([year, { votes, states }]) => {
    const ccodes = [...states.keys()].sort((a, b) => a - b);
    const answers = new Uint8Array(ccodes.length * votes.size);
    for (const [s, ccode] of ccodes.entries())
      for (const [vote, choice] of states.get(ccode)!) answers[s * votes.size + vote] = choice;
    return { year, ccodes, questions: votes.size, answers };
  });
}
