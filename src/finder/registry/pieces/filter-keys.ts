/**
 * The keys by which addresses of the registry's own search page name values of a field (`aggFilters=status:rec not`), where a
 * key is one value. What a key of another filter means is told where it is read.
 */
export const filterKeys = {
  status: {
    rec: 'RECRUITING',
    not: 'NOT_YET_RECRUITING',
    act: 'ACTIVE_NOT_RECRUITING',
    com: 'COMPLETED',
    ter: 'TERMINATED',
    enr: 'ENROLLING_BY_INVITATION',
    sus: 'SUSPENDED',
    wit: 'WITHDRAWN',
    unk: 'UNKNOWN',
    ava: 'AVAILABLE',
    nla: 'NO_LONGER_AVAILABLE',
    tna: 'TEMPORARILY_NOT_AVAILABLE',
    afm: 'APPROVED_FOR_MARKETING',
  },
  ages: { child: 'CHILD', adult: 'ADULT', older: 'OLDER_ADULT' },
  phase: { 0: 'EARLY_PHASE1', 1: 'PHASE1', 2: 'PHASE2', 3: 'PHASE3', 4: 'PHASE4', NA: 'NA' },
  studyType: { int: 'INTERVENTIONAL', obs: 'OBSERVATIONAL', exp: 'EXPANDED_ACCESS' },
  /** `other` is every class that has no key. */
  funderType: { nih: 'NIH', fed: 'FED', industry: 'INDUSTRY' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * The keys of each filter in an address, `status:not rec,sex:f`, as pairs in their order: with commas or pipes between filters
 * and blanks between keys. Undefined for what is not written so; a filter without keys asks for nothing.
 */
export function readFilterKeys(
  text: string,
): readonly (readonly [filter: string, key: string])[] | undefined {
  const pairs: [string, string][] = []
  for (const part of text.split(/[,|]/)) {
    if (part.trim() === '') continue
    const [, filter = '', keys] = /^\s*([A-Za-z]+)\s*:(.*)$/s.exec(part) ?? []
    if (keys === undefined) return undefined
    for (const key of keys.split(/\s+/)) if (key !== '') pairs.push([filter, key])
  }
  return pairs
}
