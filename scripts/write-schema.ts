/** Writes the published JSON Schemas: `npx tsx scripts/write-schema.ts`, whenever `src/claims/schema.ts` changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas } from '../src/claims/json-schema.js';
import { projectRoot } from '../src/kernel/root.js';

const folder = join(projectRoot(), 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(publishedSchemas)) writeFileSync(join(folder, name), text);
