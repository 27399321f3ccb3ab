import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { contentHash } from './canonical.js';

/** A stream of random numbers. The seed is an argument; nothing else decides what it yields. */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  next(): number;
  /** Uniform on 0 … n − 1. */
  int(n: number): number;
}

/** A stream seeded from content: the same value gives the same numbers on any machine and in any order. */
export function randomFrom(content: unknown): Random {
  const hash = contentHash(content);
  const generator = xoroshiro128plus(Number.parseInt(hash.slice(0, 8), 16) | 0);
  for (let i = 0; i < 64; i++) generator.next(); // near seeds start out alike
  return {
    next: () => (generator.next() >>> 0) / 2 ** 32,
    int: (n) => Math.floor(((generator.next() >>> 0) / 2 ** 32) * n), // not by way of `next`: draws are by the million
  };
}
