import type { Location, Study } from '../../registry/study.ts'
import { fold } from '../../vocabulary/fold.ts'
import { isOpen, mayBeAsked, siteStatus } from '../../registry/status.ts'
import type { FieldChange } from '../model/stored.ts'
import { oneLine, sides, type Sides } from './change-sides.ts'

const path = 'protocolSection.contactsLocationsModule.locations'
/** A study may have thousands of sites; this many different changes tell the story. */
const mostTold = 50

/** Sites that came and went, and, for those that stayed, whether they take people and their contacts. */
export function siteChanges(before: Study, after: Study): FieldChange[] {
  const [old, now] = [sitesByName(before), sitesByName(after)]
  const gone = [...old.keys()].filter((name) => !now.has(name))
  const come = [...now.keys()].filter((name) => !old.has(name))
  const stayed = [...old].flatMap(([name, was]): Stayed[] => {
    const is = now.get(name)
    return is ? [{ name, was, is }] : []
  })
  return [
    ...(gone.length + come.length > 0
      ? [{ field: 'sites' as const, path, ...sides(gone, come) }]
      : []),
    ...alike(stayed, ({ status }) => (status ? [status] : [])).map((change): FieldChange => ({
      field: 'sites',
      path: `${path}.status`,
      ...change,
    })),
    ...alike(stayed, ({ contacts }) => (contacts ?? []).map(oneLine)).map(
      (change): FieldChange => ({ field: 'contacts', path: `${path}.contacts`, ...change }),
    ),
  ]
}

/**
 * Places in the newer version's list of the sites a person could not ask before: those that came and are
 * neither closed nor by invitation, and those whose own state went from not open to open. A study that
 * begins to recruit as a whole is news of its own and makes none of its sites new. Registries often give
 * a site its real name late: a town that has no more sites than before has none that came.
 */
export function sitesToJoin(before: Study, after: Study): number[] {
  const old = sitesByName(before)
  const { statusModule } = after.protocolSection
  const [had, has] = [sitesATown(before), sitesATown(after)]
  return [...sitesByName(after)].flatMap(([name, is], index) => {
    const was = old.get(name)
    const town = townOf(is)
    const joined = was
      ? was.status !== undefined && !isOpen(was.status) && isOpen(is.status)
      : (has.get(town) ?? 0) > (had.get(town) ?? 0) && mayBeAsked(siteStatus(is, statusModule))
    return joined ? [index] : []
  })
}

function sitesATown({ protocolSection }: Study): Map<string, number> {
  const counts = new Map<string, number>()
  for (const site of protocolSection.contactsLocationsModule?.locations ?? [])
    counts.set(townOf(site), (counts.get(townOf(site)) ?? 0) + 1)
  return counts
}

function townOf({ city, state, country }: Location): string {
  return [city, state, country].map((part) => fold(part ?? '')).join(', ')
}

interface Stayed {
  readonly name: string
  readonly was: Location
  readonly is: Location
}

/** A site is known by its name and place; a second of the same name by its number in the list. */
function sitesByName({ protocolSection }: Study): Map<string, Location> {
  const sites = new Map<string, Location>()
  for (const site of protocolSection.contactsLocationsModule?.locations ?? []) {
    const { facility, city, state, zip, country } = site
    const name = [facility, city, state, zip, country].filter(Boolean).join(', ')
    let key = name
    for (let copy = 2; sites.has(key); copy++) key = `${name} (${copy})`
    sites.set(key, site)
  }
  return sites
}

/** Sites where the same changed in the same way are told together: mostly all of them close at once. */
function alike(
  stayed: readonly Stayed[],
  said: (site: Location) => readonly string[],
): (Sides & { readonly of: readonly string[] })[] {
  const groups = new Map<string, { readonly change: Sides; readonly of: string[] }>()
  for (const { name, was, is } of stayed) {
    const change = sides(said(was), said(is))
    if (change.before === change.after) continue
    const key = JSON.stringify(change)
    const group = groups.get(key)
    if (group) group.of.push(name)
    else groups.set(key, { change, of: [name] })
  }
  return [...groups.values()].slice(0, mostTold).map(({ change, of }) => ({ of, ...change }))
}
