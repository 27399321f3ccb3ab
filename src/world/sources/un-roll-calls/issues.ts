/** Voeten’s six issue codes; a roll call may bear several or none. */
export const issues = {
  me: 'the Middle East (Palestine)',
  nu: 'nuclear weapons and nuclear material',
  di: 'arms control and disarmament',
  hr: 'human rights',
  co: 'colonialism',
  ec: 'economic development',
} as const;

export type Issue = keyof typeof issues;
