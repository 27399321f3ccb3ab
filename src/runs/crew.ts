/** Worker threads that begin when they are first needed and stay, with what they remember, until they are dismissed. */
export interface Crew {
  /** As many as may work at once. */
  readonly jobs: number;
  /** Runs a function that a built module exports; `threads` of them at least are begun. */
  run(module: string, name: string, task: unknown, threads: number): Promise<unknown>;
  /** Ends them. None must be in the midst of a question to its database. */
  dismiss(): Promise<void>;
}

interface Pool {
  run(task: unknown, options: { filename: string; name: string }): Promise<unknown>;
  destroy(): Promise<void>;
}

export function crewOf(jobs: number): Crew {
  let pool: Promise<Pool> | undefined;
  return {
    jobs,
    async run(module, name, task, threads) {
      pool ??= begin(jobs, Math.min(jobs, threads));
      return (await pool).run(task, { filename: module, name });
    },
    async dismiss() {
      await (await pool)?.destroy();
      pool = undefined;
    },
  };
}

async function begin(jobs: number, threads: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  return new Piscina({
    minThreads: threads,
    maxThreads: jobs,
    resourceLimits: { maxYoungGenerationSizeMb: 128 }, // draws make many short-lived lists
  });
}
