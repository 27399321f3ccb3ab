/** Worker threads that begin when they are first needed and stay, with what they remember, until they are dismissed. */
export interface Crew {
  /** As many as may work at once. */
  readonly jobs: number;
  /** Runs a function that a built module exports; `threads` of them at least are begun. */
  run(module: string, name: string, task: unknown, threads: number): Promise<unknown>;
  /** Begins so many threads and runs the task on them, that they have done what is slow before there is work. */
  prepare(module: string, name: string, task: unknown, threads: number): void;
  /** Ends them, once they are prepared. None must be in the midst of a question to its database. */
  dismiss(): Promise<void>;
}

interface Pool {
  run(task: unknown, options: { filename: string; name: string }): Promise<unknown>;
  destroy(): Promise<void>;
}

export function crewOf(jobs: number): Crew {
  let pool: Promise<Pool> | undefined;
  const prepared: Promise<unknown>[] = [];
  const run: Crew['run'] = async (module, name, task, threads) => {
    pool ??= begin(jobs, Math.min(jobs, threads));
    return (await pool).run(task, { filename: module, name });
  };
  return {
    jobs,
    run,
    prepare(module, name, task, threads) {
      const each = Array.from({ length: Math.min(jobs, threads) }, () => run(module, name, task, threads));
      prepared.push(Promise.allSettled(each)); // what fails here fails again, and is told, where there is work
    },
    async dismiss() {
      await Promise.all(prepared.splice(0));
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
