import { aiddataChina } from './aiddata-china/aiddata-china.js';
import { archigos } from './archigos/archigos.js';
import { assemblyVotes } from './assembly-votes/assembly-votes.js';
import { atop } from './atop/atop.js';
import { capitals } from './capitals/capitals.js';
import { chinaVisits } from './china-visits/china-visits.js';
import { clubsSource } from './clubs/clubs.js';
import { contiguity } from './contiguity/contiguity.js';
import { councilMembers } from './council-members/council-members.js';
import { councilVotes } from './council-votes/council-votes.js';
import { coups } from './coups/coups.js';
import { cowWars } from './cow-wars/cow-wars.js';
import { dac } from './dac/dac.js';
import { dcad } from './dcad/dcad.js';
import { demspacesGdp } from './demspaces-gdp/demspaces-gdp.js';
import { desta } from './desta/desta.js';
import { dyadicMid } from './dyadic-mid/dyadic-mid.js';
import { ert } from './ert/ert.js';
import { fariss } from './fariss/fariss.js';
import { fas } from './fas/fas.js';
import { fdi } from './fdi/fdi.js';
import { freedomHouse } from './freedom-house/freedom-house.js';
import { gml } from './gml/gml.js';
import { humanRights } from './human-rights/human-rights.js';
import { icb } from './icb/icb.js';
import { icews } from './icews/icews.js';
import { idealPoints } from './ideal-points/ideal-points.js';
import { igo } from './igo/igo.js';
import { informalBodies } from './informal-bodies/informal-bodies.js';
import { jointIgo } from './joint-igo/joint-igo.js';
import { maddison } from './maddison/maddison.js';
import { mid } from './mid/mid.js';
import { militaryAgreements } from './military-agreements/military-agreements.js';
import { minimumDistance } from './minimum-distance/minimum-distance.js';
import { nmc } from './nmc/nmc.js';
import { nuclearTests } from './nuclear-tests/nuclear-tests.js';
import { peaceData } from './peace-data/peace-data.js';
import { pew } from './pew/pew.js';
import { polity5 } from './polity5/polity5.js';
import { pollFigures } from './poll-figures/poll-figures.js';
import { proliferation } from './proliferation/proliferation.js';
import { recognition } from './recognition/recognition.js';
import { reign } from './reign/reign.js';
import { rivalries } from './rivalries/rivalries.js';
import { sanctionFlags } from './sanction-flags/sanction-flags.js';
import { signedNetworks } from './signed-networks/signed-networks.js';
import type { Source } from './source.js';
import { statesSource } from './states/states.js';
import { summitInvitees } from './summit-invitees/summit-invitees.js';
import { swiid } from './swiid/swiid.js';
import { tradeDyadic } from './trade-dyadic/trade-dyadic.js';
import { tradeNational } from './trade-national/trade-national.js';
import { tradeOpenness } from './trade-openness/trade-openness.js';
import { ucdpPrio } from './ucdp-prio/ucdp-prio.js';
import { unLibrary } from './un-library/un-library.js';
import { unRollCalls } from './un-roll-calls/un-roll-calls.js';
import { unScale } from './un-scale/un-scale.js';
import { usAid } from './us-aid/us-aid.js';
import { usTreatyAllies } from './us-treaty-allies/us-treaty-allies.js';
import { usTroops } from './us-troops/us-troops.js';
import { usVisits } from './us-visits/us-visits.js';
import { vaccineDeliveries } from './vaccine-deliveries/vaccine-deliveries.js';
import { vdem12 } from './vdem12/vdem12.js';
import { vdem15 } from './vdem15/vdem15.js';
import { vdem16 } from './vdem16/vdem16.js';
import { vetoes } from './vetoes/vetoes.js';
import { whoScale } from './who-scale/who-scale.js';
import { wid } from './wid/wid.js';
import { worldBankGdp } from './world-bank-gdp/world-bank-gdp.js';
import { worldBankPopulation } from './world-bank-population/world-bank-population.js';

/** Every source, in the order in which it is read; the state system comes first, all others resolve against it. */
export const sources: readonly Source[] = [
  statesSource,
  vdem16,
  vdem15,
  polity5,
  freedomHouse,
  nmc,
  fariss,
  worldBankGdp,
  worldBankPopulation,
  tradeNational,
  tradeDyadic,
  unLibrary,
  unRollCalls,
  assemblyVotes,
  idealPoints,
  atop,
  usTreatyAllies,
  councilMembers,
  councilVotes,
  vetoes,
  usVisits,
  chinaVisits,
  summitInvitees,
  signedNetworks,
  icews,
  sanctionFlags,
  militaryAgreements,
  recognition,
  pollFigures,
  vaccineDeliveries,
  fas,
  nuclearTests,
  proliferation,
  dac,
  aiddataChina,
  usAid,
  usTroops,
  contiguity,
  gml,
  minimumDistance,
  cowWars,
  rivalries,
  capitals,
  dcad,
  desta,
  igo,
  jointIgo,
  informalBodies,
  mid,
  dyadicMid,
  icb,
  ucdpPrio,
  humanRights,
  vdem12,
  ert,
  swiid,
  wid,
  unScale,
  whoScale,
  pew,
  coups,
  archigos,
  reign,
  maddison,
  demspacesGdp,
  fdi,
  tradeOpenness,
  clubsSource,
  peaceData,
];
