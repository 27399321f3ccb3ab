import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The cases of test/oracles/statistics/NAME.json, as the R script beside it wrote them. */
export function oracle<Cases>(name: string): Cases {
  const file = new URL(`../oracles/statistics/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: Cases }).cases;
}

/** Expects two numbers to agree to a share of the larger, or, near 0, of `unit`. */
export function expectClose(actual: number, expected: number, relative: number, unit = 0): void {
  const scale = Math.max(Math.abs(expected), Math.abs(actual), unit);
  if (Math.abs(actual - expected) <= relative * scale) return;
  expect.fail(`${actual} is not ${expected} to ${relative}`);
}

/** The code of the error that an action throws. */
export function codeOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing thrown';
}
