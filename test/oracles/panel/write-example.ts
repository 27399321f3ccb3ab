// Writes stata-example.dta, the bytes that read-stata.R then reads.
// Run as: npx tsx test/oracles/panel/write-example.ts  (from the root of the project)
import { writeFileSync } from 'node:fs';
import { dta } from '../../../src/cli/stata/dta.js';
import { exampleCells, exampleFile } from '../../cli/stata/example.js';

writeFileSync('test/oracles/panel/stata-example.dta', dta(exampleFile, exampleCells));
