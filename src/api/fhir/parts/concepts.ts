import { remembering } from '../../../base/lru.ts'
import { fold } from '../../../finder/vocabulary/fold.ts'
import type { Study, MeshTerm } from '../../../finder/registry/study.ts'
import { countryCode } from '../../../finder/places/countries.ts'
import type { SharedConcept } from './shapes.ts'
import { type CodeSystems, countrySystem, meshSystem } from './code-systems.ts'
import { codeWord, plainLine, spokenWord } from './texts.ts'

/** A concept of words alone; none where there are no words. */
export function saidConcept(text: string | undefined): SharedConcept[] {
  const line = plainLine(text)
  return line === undefined ? [] : [{ text: line }]
}

/** A concept of a code and words. */
export function codedConcept(
  system: string,
  code: string,
  text: string,
  display = text,
): SharedConcept {
  return { coding: [{ system, code, display }], text }
}

/**
 * What is studied: the record's own words, and the registry's MeSH terms. A term stands with the words where both are the same
 * name, and else by itself, because it may be wider than they are.
 */
export function conditionConcepts({ protocolSection, derivedSection }: Study): SharedConcept[] {
  return withMesh(
    protocolSection.conditionsModule?.conditions ?? [],
    derivedSection?.conditionBrowseModule?.meshes ?? [],
  )
}

/** What is given or done, in the same way. */
export function interventionConcepts({ protocolSection, derivedSection }: Study): SharedConcept[] {
  return withMesh(
    (protocolSection.armsInterventionsModule?.interventions ?? []).map(({ name }) => name ?? ''),
    derivedSection?.interventionBrowseModule?.meshes ?? [],
  )
}

/** The record's keywords, each once. */
export function keywordConcepts({ protocolSection }: Study): SharedConcept[] {
  return withMesh(protocolSection.conditionsModule?.keywords ?? [], [])
}

function withMesh(words: readonly string[], meshes: readonly MeshTerm[]): SharedConcept[] {
  const left = new Map(
    meshes.flatMap((mesh) => {
      const [code, display] = [codeWord(mesh.id), plainLine(mesh.term)]
      return code === undefined || display === undefined
        ? []
        : [[fold(display), codedConcept(meshSystem, code, display)] as const]
    }),
  )
  const said = new Set<string>()
  const own = words.flatMap((word): SharedConcept[] => {
    const text = plainLine(word)
    const key = fold(text ?? '')
    if (text === undefined || said.has(key)) return []
    said.add(key)
    const mesh = left.get(key)
    left.delete(key)
    return [{ ...(mesh?.coding && { coding: mesh.coding }), text }]
  })
  return [...own, ...left.values()]
}

/** The countries with sites, each once. */
export function countryConcepts({ protocolSection }: Study): SharedConcept[] {
  const sites = protocolSection.contactsLocationsModule?.locations ?? []
  const named = new Set(sites.map(({ country }) => country))
  const countries = new Set([...named].flatMap((country) => plainLine(country) ?? []))
  return [...countries].map((country) => {
    const code = codeOfCountry(country)
    // Kosovo's code is in use everywhere, but not in the standard.
    return code === undefined || code === 'XK'
      ? { text: country }
      : codedConcept(countrySystem, code, country)
  })
}

/** Records name a few hundred, each thousands of times. */
const codeOfCountry = remembering(500, (country: string) => country, countryCode)

/** The phase, also of a study that is in two; none where the record gives none. */
export function phaseConcept(
  { protocolSection }: Study,
  systems: CodeSystems,
): SharedConcept | undefined {
  const words = (protocolSection.designModule?.phases ?? []).flatMap((word) => codeWord(word) ?? [])
  if (words.length === 0) return undefined
  const known = phases.get(words.join(' '))
  return known
    ? codedConcept(systems.phase, known[0], known[1])
    : { text: words.map((word) => phases.get(word)?.[1] ?? spokenWord(word)).join('/') }
}

const phases: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['NA', ['n-a', 'N/A']],
  ['EARLY_PHASE1', ['early-phase-1', 'Early Phase 1']],
  ['PHASE1', ['phase-1', 'Phase 1']],
  ['PHASE1 PHASE2', ['phase-1-phase-2', 'Phase 1/Phase 2']],
  ['PHASE2', ['phase-2', 'Phase 2']],
  ['PHASE2 PHASE3', ['phase-2-phase-3', 'Phase 2/Phase 3']],
  ['PHASE3', ['phase-3', 'Phase 3']],
  ['PHASE4', ['phase-4', 'Phase 4']],
])

/** What the study is for; the standard has no code for training and for other purposes. */
export function purposeConcept(
  { protocolSection }: Study,
  systems: CodeSystems,
): SharedConcept | undefined {
  const word = protocolSection.designModule?.designInfo?.primaryPurpose
  const text = spokenWord(word)
  if (text === undefined) return undefined
  const code = codeWord(word)?.toLowerCase().replaceAll('_', '-') ?? ''
  return purposes.has(code) ? codedConcept(systems.purpose, code, text) : { text }
}

const purposes: ReadonlySet<string> = new Set([
  'treatment',
  'prevention',
  'diagnostic',
  'supportive-care',
  'screening',
  'health-services-research',
  'basic-science',
  'device-feasibility',
])

/** What kind of study it is, one line a thing: `Study Type: Interventional`, `Allocation: Randomized`. */
export function designLines({ protocolSection }: Study): string[] {
  const { studyType, designInfo, patientRegistry } = protocolSection.designModule ?? {}
  const said = [
    ['Study Type', spokenWord(studyType)],
    ['Allocation', spokenWord(designInfo?.allocation)],
    ['Intervention Model', spokenWord(designInfo?.interventionModel)],
    ['Primary Purpose', spokenWord(designInfo?.primaryPurpose)],
    ['Masking', spokenWord(designInfo?.maskingInfo?.masking)],
    ['Observation Model', spokenWord(designInfo?.observationalModel)],
    ['Time Perspective', spokenWord(designInfo?.timePerspective)],
    ['Patient Registry', patientRegistry === true ? 'Yes' : undefined],
  ] as const
  return said.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]))
}
