/** What a score is called on a page; others are called by their variables. */
const names: Readonly<Record<string, string>> = {
  polyarchy: 'electoral democracy (V-Dem)',
  libdem: 'liberal democracy (V-Dem)',
  polity2: 'the Polity score',
  fh_score: 'the Freedom House score',
  ideal_point: 'ideal points',
  ideal_point_adopted: 'ideal points (adopted texts)',
  ideal_point_unrepeated: 'ideal points (no text twice)',
  ideal_point_without_me: 'ideal points (without the Middle East)',
  ideal_point_hr: 'ideal points (human rights)',
};

export const scoreName = (variable: string): string => names[variable] ?? variable.replaceAll('_', ' ');
