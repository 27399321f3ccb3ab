/** The public library: what `import … from 'entente'` gives. */

export type { Alternative, Argument, Claim, Expectation, Option, Part } from './claims/claim.js';
export { type Found, findClaims } from './claims/find.js';
export { loadArgument, loadClaim } from './claims/load.js';
export { type Multiverse, multiverse } from './claims/multiverse.js';
export type { Choices, Specification } from './claims/specification.js';
export type { Design, Draw, Estimate } from './designs/design.js';
export { designs } from './designs/index.js';
export type { Mark, Picture } from './designs/picture.js';
export type { Working } from './designs/working.js';
export type { Aligned, Alignment } from './figures/alignment-map/alignment.js';
export { alignmentWords } from './figures/alignment-map/alignment-words.js';
export { drawAlignmentMap } from './figures/alignment-map/draw-alignment-map.js';
export { landOf2018 } from './figures/alignment-map/land.js';
export { drawPicture } from './figures/draw-picture.js';
export { agreementPicture } from './figures/over-time/agreement-picture.js';
export { idealPointsPicture } from './figures/over-time/ideal-points-picture.js';
export { specificationCurve } from './figures/specification-curve.js';
export { EntenteError, renderError } from './kernel/errors.js';
export type { States } from './kernel/states.js';
export { parseYears, type Years } from './kernel/years.js';
export { measures } from './measures/index.js';
export type { Measure, Series } from './measures/measure.js';
export { withMeasures } from './measures/with-measures.js';
export { decidingPart } from './verdicts/deciding-part.js';
export { type Tables, tablesOf, testClaims } from './verdicts/test-claims.js';
export type {
  Answer,
  ClaimVerdict,
  Graded,
  PartVerdict,
  ReadingVerdict,
  Stance,
} from './verdicts/verdict.js';
export { verdictJson } from './verdicts/verdict-json.js';
export { type AddFolders, addLocal } from './world/add.js';
export { bibtex } from './world/bibtex.js';
export { buildWorld } from './world/build.js';
export type { Manifest, ManifestSource, ManifestTable, ManifestVariable } from './world/cards.js';
export { findVariables, sourceOf, tableOf, variableOf } from './world/catalogue.js';
export type { Cell, Row } from './world/database.js';
export { localManifests, withLocal } from './world/local.js';
export { openWorld, type Query, readManifest, verifyWorld, type World } from './world/open.js';
export {
  type Heir,
  type Panel,
  type PanelColumn,
  type PanelLevel,
  type PanelRequest,
  panelLevels,
  panelOf,
  panelQuery,
  type Shift,
} from './world/panel.js';
export { localSources } from './world/sources/local/index.js';
