import { type Html, html } from '../figures/html.js';
import { withCommas } from '../figures/numbers.js';
import { showYears } from '../kernel/years.js';
import type { UsedSource } from './brief-input.js';
import { linked } from './links.js';

/** The sources of a claim: version, terms, citation, the tables read, known defects, and the files as they were read. */
export function sourceList(sources: readonly UsedSource[]): Html {
  if (sources.length === 0) return html`<p>No table of the record is read.</p>`;
  return html`<ul class="sources">${sources.map(
    ({
      source,
      tables,
    }) => html`<li><strong>${source.title}</strong>, ${source.version}. Terms: ${source.terms}.<br>${linked(source.citation)}
<details><summary>Tables, defects and files of ${source.title}</summary><ul>${tables.map(
      (t) =>
        html`<li><code>${t.file}</code>: ${t.says} ${showYears(t.years)}, ${withCommas(t.rows)} rows; licence: ${t.licence}.</li>`,
    )}${source.lost.map((l) => html`<li>${withCommas(l.rows)} rows of the source did not enter: ${l.reason}</li>`)}${(
      source.defects ?? []
    ).map(
      (d) => html`<li>Known defect: ${linked(d)}</li>`,
    )}${source.read.map((f) => html`<li>Read: <code>${f.file}</code>, ${withCommas(f.rows)} rows, SHA-256 <code class="hash">${f.sha256}</code></li>`)}</ul></details></li>
`,
  )}</ul>`;
}
