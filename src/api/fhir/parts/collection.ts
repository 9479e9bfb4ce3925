import { createHash } from 'node:crypto'
import { Turns } from '../../../base/turns.ts'
import { uuidOf } from '../../../base/uuid.ts'
import { registrySystem } from './code-systems.ts'

/** A study with what it refers to inside, of either version. */
export interface ContainingStudy {
  readonly resourceType: 'ResearchStudy'
  readonly id?: string | undefined
  readonly meta?: { readonly lastUpdated?: string | undefined } | undefined
  readonly contained?:
    | readonly { readonly resourceType: string; readonly id?: string | undefined }[]
    | undefined
}

/** A study and all that it refers to, side by side, as a Bundle of R4 or R5. */
export interface StudyCollection {
  readonly resourceType: 'Bundle'
  readonly identifier: { readonly system: string; readonly value: string }
  readonly type: 'collection'
  readonly timestamp?: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: object }[]
}

/**
 * A study as a collection, which is how the registry gives one as `fhir.json`: the study first, then each resource that was inside
 * it, with an id of its own, in turns with other work. References lead from entry to entry. `base` is the address of the FHIR server of its version.
 */
export async function studyCollection(
  study: ContainingStudy,
  base: string,
  turns = new Turns(),
): Promise<StudyCollection> {
  const { contained = [], ...own } = study
  const nctId = study.id ?? ''
  const addresses = new Map<string, string>()
  for (const { id = '' } of contained) {
    addresses.set(`#${id}`, `urn:uuid:${nameUuid(`${nctId}/${id}`)}`)
    await turns.next()
  }
  const inside: StudyCollection['entry'][number][] = []
  for (const resource of contained) {
    const { id = '' } = resource
    inside.push({
      fullUrl: addresses.get(`#${id}`) ?? '',
      resource: relinked({ ...resource, id: `${nctId}-${id}` }, addresses) as object,
    })
    await turns.next()
  }
  const lastUpdated = study.meta?.lastUpdated
  return {
    resourceType: 'Bundle',
    identifier: { system: registrySystem, value: nctId },
    type: 'collection',
    ...(lastUpdated !== undefined && { timestamp: lastUpdated }),
    entry: [
      {
        fullUrl: `${base}/ResearchStudy/${nctId}`,
        resource: relinked(own, addresses) as object,
      },
      ...inside,
    ],
  }
}

/** The same value with each reference to a resource inside leading to where that is now. */
function relinked(value: unknown, addresses: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => relinked(one, addresses))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'reference' && typeof one === 'string'
        ? (addresses.get(one) ?? one)
        : relinked(one, addresses),
    ]),
  )
}

/** The same name has the same UUID each time (version 5 of RFC 9562, in the namespace of addresses). */
function nameUuid(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex'))
    .update(`${registrySystem}/${name}`)
    .digest()
    .subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return uuidOf(hash)
}
