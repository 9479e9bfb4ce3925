import * as shapes from './shapes.ts'
import type { BundleEntry } from './entries.ts'

/** Follows references from one resource of a record to another. */
export class References {
  readonly #byUrl = new Map<string, BundleEntry>()
  readonly #byKey = new Map<string, BundleEntry>()
  readonly #byType = new Map<string, BundleEntry[]>()

  constructor(entries: readonly BundleEntry[]) {
    for (const entry of entries) {
      const { fullUrl, type, id } = entry
      if (fullUrl !== undefined) this.#byUrl.set(fullUrl, entry)
      if (id !== undefined && !this.#byKey.has(`${type}/${id}`))
        this.#byKey.set(`${type}/${id}`, entry)
      const ofType = this.#byType.get(type)
      if (ofType) ofType.push(entry)
      else this.#byType.set(type, [entry])
    }
  }

  /** The entry that a reference leads to, or the resource contained in `from`; undefined where it leads nowhere. */
  follow(
    { reference, identifier, type }: shapes.Referred,
    from: BundleEntry,
  ): BundleEntry | undefined {
    if (reference === undefined)
      return identifier && this.#identified(type ?? 'Patient', identifier)
    if (reference.startsWith('#')) return containedIn(from, reference.slice(1))
    const plain = reference.replace(/\/_history\/[^/]*$/, '')
    const same = this.#byUrl.get(plain)
    if (same) return same
    const asked = /^([A-Z][A-Za-z]+)\?identifier=(?:([^|]*)\|)?([^&]+)$/.exec(plain)
    if (asked) {
      const [, of = '', system, value = ''] = asked
      return this.#identified(of, { ...(system && { system }), value })
    }
    const [, base = '', key = ''] = /^(.*?)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})$/.exec(plain) ?? []
    const found = this.#byKey.get(key)
    return found && isOfBase(found, base, key) ? found : undefined
  }

  #identified(type: string, asked: { system?: string | undefined; value?: string | undefined }) {
    const { system, value } = asked
    if (!value) return undefined
    const found = (this.#byType.get(type) ?? []).filter(({ resource }) => {
      const known = shapes.identifiedShape.safeParse(resource)
      return (
        known.success &&
        known.data.identifier?.some(
          (one) => one.value === value && (!system || !one.system || one.system === system),
        ) === true
      )
    })
    return found.length === 1 ? found[0] : undefined
  }
}

/** An address of another server is another resource, though its id is the same. */
function isOfBase({ fullUrl }: BundleEntry, base: string, key: string): boolean {
  if (base === '' || fullUrl === undefined || !/^https?:/.test(fullUrl)) return true
  return fullUrl === base + key
}

function containedIn(from: BundleEntry, id: string): BundleEntry | undefined {
  const container = shapes.containerShape.safeParse(from.resource)
  if (!container.success) return undefined
  for (const resource of container.data.contained ?? []) {
    const found = shapes.anyShape.safeParse(resource)
    if (!found.success || found.data.id !== id) continue
    if (typeof resource !== 'object' || resource === null) continue
    // What is contained refers to what is contained beside it, so it keeps its container's list.
    const within = { ...resource, contained: container.data.contained }
    return { ...from, resource: within, type: found.data.resourceType, id, fullUrl: undefined }
  }
  return undefined
}
