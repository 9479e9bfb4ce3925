import type { Protocol } from '../document/protocol.ts'

/** Why several versions cannot be used together. `versionFaultText` in `words` says it. */
export type VersionFault =
  | { readonly kind: 'version twice' | 'supersedes in a circle'; readonly version: string }
  /** Both are in force at a site from a day on, and neither takes the place of the other. */
  | {
      readonly kind: 'overlap'
      readonly version: string
      readonly other: string
      readonly site: string
      readonly from: string
    }

/** What is wrong between the versions of one study: which of two is in force must never be a guess. */
export function versionFaults(protocols: readonly Protocol[]): readonly VersionFault[] {
  const names = protocols.map(({ version }) => version)
  const twice = [...new Set(names.filter((name, place) => names.indexOf(name) !== place))]
  if (twice.length > 0) return twice.map((version) => ({ kind: 'version twice', version }))
  const circles = protocols.filter((one) => replacedBy(one, protocols).has(one.version))
  if (circles.length > 0)
    return circles.map(({ version }) => ({ kind: 'supersedes in a circle', version }))
  return protocols.flatMap((one, place) =>
    protocols.slice(place + 1).flatMap((other) => overlaps(one, other, protocols)),
  )
}

/** The versions that one takes the place of, and those that these took the place of. */
function replacedBy(one: Protocol, protocols: readonly Protocol[]): ReadonlySet<string> {
  const replaced = new Set<string>()
  let older = one.supersedes
  while (older !== undefined && !replaced.has(older)) {
    replaced.add(older)
    older = protocols.find(({ version }) => version === older)?.supersedes
  }
  return replaced
}

function overlaps(
  one: Protocol,
  other: Protocol,
  protocols: readonly Protocol[],
): readonly VersionFault[] {
  const isReplaced = replacedBy(one, protocols).has(other.version)
  if (isReplaced || replacedBy(other, protocols).has(one.version)) return []
  for (const first of one.effective)
    for (const second of other.effective) {
      if (first.site !== second.site && first.site !== '*' && second.site !== '*') continue
      const site = first.site === '*' ? second.site : first.site
      const from = first.from > second.from ? first.from : second.from
      return [{ kind: 'overlap', version: one.version, other: other.version, site, from }]
    }
  return []
}
