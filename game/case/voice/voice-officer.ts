/** An officer as far as rights go. Null: of no agency; of every region. */
export type VoiceOfficer = {
  readonly id: string
  readonly region: string | null
  readonly agency: string | null
  readonly roles: ReadonlySet<string>
}

export function isOfRegion(officer: VoiceOfficer, region: string): boolean {
  return officer.region === null || officer.region === region
}

/** Integrity of a region that has nothing to do with an agency: who belongs to it, even with the role, is no judge of it. */
export function isFreeIntegrity(officer: VoiceOfficer, region: string, agency: string | null): boolean {
  return officer.roles.has('integrity') && isOfRegion(officer, region) && (agency === null || officer.agency !== agency)
}
