import { expect, it } from 'vitest';
import { figureCases } from './figure-cases.js';

it('no record that keeps its word turns a true statement down or bears a false one out', () => {
  const { cases, wrong, told } = figureCases();
  expect(cases).toBeGreaterThan(100_000);
  expect(wrong).toBe(0);
  expect(told).toBeGreaterThan(cases / 2);
});
