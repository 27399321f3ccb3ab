import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { publishedSchemas } from '../../src/claims/json-schema.js';
import { projectRoot } from '../../src/kernel/root.js';

const root = projectRoot();
const committed = (name: string): string => readFileSync(join(root, 'schema', name), 'utf8');
const validator = (name: string): z.ZodType => z.fromJSONSchema(JSON.parse(committed(name)));
const readLibrary = (file: string): unknown => parse(readFileSync(join(root, 'arguments', file), 'utf8'));

const files = readdirSync(join(root, 'arguments'), { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.yaml'))
  .sort();

describe('the published JSON Schemas', () => {
  it('are those that the schemas give (if not: npx tsx scripts/write-schema.ts)', () => {
    expect(readdirSync(join(root, 'schema')).sort()).toEqual(Object.keys(publishedSchemas).sort());
    for (const [name, text] of Object.entries(publishedSchemas)) expect(committed(name)).toBe(text);
  });

  it('accept every file of the library, the four claims with a test among them', () => {
    const tested = [
      'clique-multilateralism/us-isolated-in-the-assembly.yaml',
      'summit-for-democracy/allies-drive-backsliding.yaml',
      'summit-for-democracy/world-turns-polycentric.yaml',
      'values-diplomacy/systems-stay-different.yaml',
    ];
    expect(files).toEqual(expect.arrayContaining(tested));
    const claim = validator('claim.schema.json');
    const argument = validator('argument.schema.json');
    for (const file of files) {
      const result = (file.endsWith('argument.yaml') ? argument : claim).safeParse(readLibrary(file));
      expect(result.error?.issues ?? [], file).toEqual([]);
    }
  });

  it('refuse an unknown key, a missing one and a wrong value', () => {
    const claim = validator('claim.schema.json');
    const good = readLibrary('summit-for-democracy/allies-drive-backsliding.yaml') as Record<string, unknown>;
    const { measured: _, ...without } = good;
    expect(claim.safeParse(good).success).toBe(true);
    expect(claim.safeParse({ ...good, meassured: 'x' }).success).toBe(false);
    expect(claim.safeParse(without).success).toBe(false);
    expect(claim.safeParse({ ...good, awaits: [] }).success).toBe(false);
    const argument = readLibrary('summit-for-democracy/argument.yaml') as Record<string, unknown>;
    expect(
      validator('argument.schema.json').safeParse({ ...argument, published: 'November 2021' }).success,
    ).toBe(false);
  });
});
