import type { z } from 'zod'
import type { Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { readAllergy } from './allergies.ts'
import { circumstancesOf } from './circumstance-words.ts'
import { readCondition, readLabel } from './conditions.ts'
import { type BundleEntry, openRecord } from './entries.ts'
import { Gathering, type Within } from './gathering.ts'
import { readMedicationUse } from './medications.ts'
import { orderedMeasures } from './newest-values.ts'
import { readObservation } from './observations.ts'
import { readPerson } from './person.ts'
import { type BundleProblem, Problems } from './problems.ts'
import { readImmunization, readProcedure } from './procedures.ts'
import { References } from './references.ts'
import * as shapes from './shapes.ts'
import { wordsWithin } from './words-within.ts'
import { ofNobody, whoseRecord } from './whose.ts'

/** What was read of a record, and what was not; `patient` is missing when it was no record of one person. */
export interface ReadBundle {
  readonly patient?: Patient
  readonly problems: readonly BundleProblem[]
}

/** What a Bundle is read with. */
export interface BundleOptions {
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd`: ages are counted to this day. */
  readonly today: string
}

/**
 * Reads a FHIR R4 or R5 Bundle, a list of resources or lines of them, as JSON text or already parsed, into facts about
 * one person. Never throws. What is not understood is no fact: it is listed.
 */
export function readBundle(input: unknown, options: BundleOptions): ReadBundle {
  const problems = new Problems()
  const record = openRecord(input, problems)
  if (!record) return { problems: problems.list() }
  const { entries, unread } = record
  const references = new References(entries)
  const whose = whoseRecord(entries, references, problems)
  if (!whose) return { problems: problems.list() }
  const { today } = options
  const person = whose.patient ? readPerson(whose.patient, today, problems) : {}
  const gathered = new Gathering()
  const { age } = person
  for (const entry of entries) {
    if (entry.type === 'Patient') continue
    if (ofNobody.has(entry.type)) sayNarrative(entry, problems)
    else if (whose.isAbout(entry))
      readResource({ entry, ...options, ...(age && { age }), references, problems, gathered })
    else problems.add(entry.place, 'whose')
  }
  const circumstances = circumstancesOf(gathered, { problems, today })
  const left = unread + gathered.dropped
  if (left > 0) problems.add('Bundle', 'tooMany', String(left), '')
  const [notUnderstood, unnamed] = [problems.notUnderstood(), problems.unnamed()]
  const { findings, treatments, allergies, lines } = gathered
  return {
    patient: {
      source: 'bundle',
      ...(unread > 0 && { unread }),
      ...person,
      ...circumstances,
      findings,
      measures: orderedMeasures(gathered.measures),
      treatments,
      allergies,
      ...(notUnderstood.length > 0 && { notUnderstood }),
      ...(unnamed.length > 0 && { unnamed }),
      lines,
    },
    problems: problems.list(),
  }
}

/** A section of a document that is words alone. */
function sayNarrative({ type, resource, place }: BundleEntry, problems: Problems): void {
  const composition = type === 'Composition' && shapes.compositionShape.safeParse(resource)
  if (!composition || !composition.success) return
  for (const { title, entry = [], text } of composition.data.section ?? [])
    if (entry.length === 0 && text !== undefined) problems.add(place, 'narrative', title)
}

/** Reads a resource of the person; one with a modifier that is not known may mean the opposite, and is not read. */
function readResource(within: Within): void {
  const { entry, problems } = within
  const common = shapes.anyShape.safeParse(entry.resource)
  if (!common.success) return problems.add(entry.place, 'shape')
  if ((common.data.modifierExtension ?? []).length > 0) {
    const words = wordsWithin(entry.resource)
    return problems.add(entry.place, 'modifier', words.join(', '), words)
  }
  const read = readers.get(entry.type)
  if (read) read(within)
  else sayType(within)
  readContained(within)
}

/** A report may hold its values in itself; whatever else is held so is said to be unread. */
function readContained(within: Within): void {
  const { entry, references, problems } = within
  const report = shapes.reportShape.safeParse(entry.resource)
  if (!report.success) return
  const { contained = [], result = [] } = report.data
  const isReport = entry.type === 'DiagnosticReport'
  for (const { id, resourceType: type } of contained) {
    if (!readers.has(type)) continue
    const held = id === undefined ? undefined : references.follow({ reference: `#${id}` }, entry)
    const place = `${entry.place}#${id ?? ''}`.slice(0, 120)
    if (!isReport || type !== 'Observation' || !held) problems.add(place, 'type', type, '')
    else if (!isOfTheSame(held, entry)) problems.add(place, 'whose')
    else readers.get(type)?.({ ...within, entry: { ...held, place } })
  }
  for (const one of isReport ? result : [])
    if (!references.follow(one, entry)) problems.add(entry.place, 'reference', one.reference, '')
}

/** What a resource holds is about whom the resource is about, unless it says otherwise. */
function isOfTheSame(held: BundleEntry, holder: BundleEntry): boolean {
  const [own, outer] = [held, holder].map(({ resource }) => shapes.aboutShape.safeParse(resource))
  if (!own?.success || !outer?.success || own.data.focus) return false
  const { subject } = own.data
  return subject === undefined || subject.reference === outer.data.subject?.reference
}

function sayType({ entry, problems }: Within): void {
  if (
    entry.type === 'Encounter' &&
    !('reasonCode' in entry.resource || 'reason' in entry.resource)
  ) {
    return
  }
  if (entry.type === 'DiagnosticReport' && !hasConclusion(entry.resource)) return
  problems.add(
    `${entry.type.slice(0, 60)}/${entry.id ?? ''}`,
    'type',
    entry.type,
    wordsWithin(entry.resource),
  )
}

function hasConclusion(resource: object): boolean {
  return 'conclusion' in resource || 'conclusionCode' in resource || 'presentedForm' in resource
}

type Reader = (within: Within) => void

/** A resource is read where it has its shape; else it is left out and said. */
function reader<T>(shape: z.ZodType<T>, read: (one: T, within: Within) => void): Reader {
  return (within) => {
    const { entry, problems } = within
    const one = shape.safeParse(entry.resource)
    if (one.success) read(one.data, within)
    else
      problems.add(
        entry.place,
        'shape',
        one.error.issues[0]?.path.join('.'),
        wordsWithin(entry.resource),
      )
  }
}

function readFamily(
  { status, condition = [] }: z.infer<typeof shapes.familyShape>,
  within: Within,
) {
  if (status === 'entered-in-error') return
  for (const { code } of condition)
    readLabel(code, { presence: 'present', when: 'history', of: 'family' }, within, {
      lead: 'Family: ',
    })
}

const medicationUse = reader(shapes.medicationUseShape, readMedicationUse)

/** What is read, by type; of every other type that says something of a person's health, the type is listed. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['Condition', reader(shapes.conditionShape, readCondition)],
  ['Observation', reader(shapes.observationShape, readObservation)],
  ['MedicationRequest', medicationUse],
  ['MedicationStatement', medicationUse],
  ['MedicationUsage', medicationUse],
  ['MedicationAdministration', medicationUse],
  ['MedicationDispense', medicationUse],
  ['Procedure', reader(shapes.procedureShape, readProcedure)],
  ['Immunization', reader(shapes.immunizationShape, readImmunization)],
  ['AllergyIntolerance', reader(shapes.allergyShape, readAllergy)],
  ['FamilyMemberHistory', reader(shapes.familyShape, readFamily)],
])
