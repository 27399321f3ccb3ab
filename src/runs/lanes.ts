/** How a run over many items is stopped: one whole number, shared with the workers; other than 0, nothing more is begun. */
export type Stop = SharedArrayBuffer;

export const isStopped = (stop: Stop): boolean => Atomics.load(new Int32Array(stop), 0) !== 0;

/**
 * Runs items in batches, in so many lanes at once: a stretch of neighbours for each, which ask the same of the world, and
 * what is left of the longest other one where a lane is done. Throws `AbortError` where it is stopped, and what a batch
 * throws, once all that has begun has ended: a worker must not end in the midst of a question to its database.
 */
export async function inLanes<T>(
  items: readonly T[],
  count: number,
  size: number,
  signal: AbortSignal | undefined,
  run: (batch: readonly T[], stop: Stop) => Promise<void>,
): Promise<void> {
  const flag = new SharedArrayBuffer(4);
  const stop = (): void => void Atomics.store(new Int32Array(flag), 0, 1);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const lanes = lanesOf(items, count);
  const ended = await Promise.allSettled(
    lanes.map(async (_, lane) => {
      for (let batch = nextBatch(lanes, lane, size); batch.length > 0; batch = nextBatch(lanes, lane, size)) {
        await run(batch, flag).catch((error: unknown) => {
          stop();
          throw error;
        });
      }
    }),
  );
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  const failed = ended.find((e) => e.status === 'rejected');
  if (failed) throw failed.reason;
}

function lanesOf<T>(items: readonly T[], count: number): T[][] {
  const length = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, i) => items.slice(i * length, (i + 1) * length));
}

/** The next batch of a lane; of the longest other one, from its end, where its own is done. */
function nextBatch<T>(lanes: readonly T[][], lane: number, size: number): T[] {
  const own = lanes[lane]!;
  if (own.length > 0) return own.splice(0, size);
  const longest = lanes.reduce((a, b) => (b.length > a.length ? b : a));
  return longest.splice(-size);
}
