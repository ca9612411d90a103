/** What a respondent may say of themselves, each optional and from a closed list (Permen PANRB 14/2017, profile of respondents). */
export const profileChoices = {
  sex: ['perempuan', 'laki-laki'],
  age: ['di-bawah-20', '20-29', '30-39', '40-49', '50-59', '60-ke-atas'],
  education: ['sd', 'smp', 'sma', 'diploma', 's1', 's2-ke-atas'],
  occupation: ['asn', 'tni-polri', 'swasta', 'wirausaha', 'petani-nelayan', 'pelajar', 'rumah-tangga', 'lainnya'],
  /** When they were served, as the printed form has it: said by the respondent, never taken from a clock. */
  time: ['pagi', 'siang'],
} as const
export type ProfileField = keyof typeof profileChoices
export const profileFields = Object.keys(profileChoices) as readonly ProfileField[]
/** Fields that were not answered are missing. */
export type Profile = { readonly [Field in ProfileField]?: string }

/** Whether every answer is one of its list, and no other field is there; else the first at fault. */
export function checkProfile(profile: Readonly<Record<string, unknown>>): { ok: true } | { ok: false; field: string } {
  for (const [field, value] of Object.entries(profile)) {
    if (!Object.hasOwn(profileChoices, field)) return { ok: false, field }
    const choices: readonly unknown[] = profileChoices[field as ProfileField]
    if (!choices.includes(value)) return { ok: false, field }
  }
  return { ok: true }
}
