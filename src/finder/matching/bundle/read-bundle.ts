import type { z } from 'zod'
import { readable } from '../patient/readable.ts'
import { ageOnDay } from './age-on-day.ts'
import {
  type Gathered,
  addLine,
  addNamed,
  addObservation,
  addTreatment,
  conditionStandingOf,
} from './resources.ts'
import * as shapes from './shapes.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/** What was read of a bundle, and what was left out, in words; `patient` is missing when it was no bundle. */
export interface ReadBundle {
  readonly patient?: Patient
  readonly problems: readonly BundleProblem[]
}

/** Something in a Bundle that could not be read, in words for who sent it. */
export interface BundleProblem {
  /** `Bundle`, or the resource: `Condition/123`. */
  readonly place: string
  readonly text: string
}

/** What a Bundle is read with. */
export interface BundleOptions {
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd`: ages are counted to this day. */
  readonly today: string
}

/** Reads a FHIR R4 or R5 Bundle, as JSON text or already parsed, into facts about one person. Never throws. */
export function readBundle(input: unknown, options: BundleOptions): ReadBundle {
  const parsed = typeof input === 'string' ? parseJson(input) : input
  if (parsed === undefined) return refused('This is not JSON. Paste a FHIR Bundle, whole.')
  const bundle = shapes.bundleShape.safeParse(parsed)
  if (!bundle.success) return refused(notABundle(parsed))
  const entries = bundle.data.entry ?? []
  if (entries.length === 0)
    return refused('The Bundle is empty. It needs a Patient and what is known.')
  const reading = new Reading(options)
  entries.slice(0, mostEntries).forEach(({ resource }, at) => reading.add(resource, at))
  return reading.finish(Math.max(0, entries.length - mostEntries))
}

/** More entries are left unread, and said. */
const mostEntries = 10_000

function refused(text: string): ReadBundle {
  return { problems: [{ place: 'Bundle', text }] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? null
  } catch {
    return undefined
  }
}

function notABundle(parsed: unknown): string {
  const found = shapes.anyShape.safeParse(parsed)
  if (!found.success) return 'This is not a FHIR Bundle: it has no resourceType.'
  const type = found.data.resourceType.slice(0, 40)
  if (type === 'Bundle') return 'The entries of this Bundle are not a list of resources.'
  return `This is a FHIR ${type}, not a Bundle. Put it in a Bundle with the Patient.`
}

/** Gathers the facts of a bundle, resource by resource. */
class Reading {
  readonly #options: BundleOptions
  readonly #gathered: Gathered = {
    findings: [],
    measures: [],
    treatments: [],
    allergies: [],
    lines: [],
  }
  readonly #problems: BundleProblem[] = []
  readonly #people: Partial<Patient>[] = []

  constructor(options: BundleOptions) {
    this.#options = options
  }

  add(resource: unknown, at: number): void {
    const found = shapes.anyShape.safeParse(resource)
    if (!found.success) return this.#leaveOut(`entry ${at + 1}`)
    const { resourceType, id } = found.data
    const place = `${resourceType}/${id ?? `entry-${at + 1}`}`.slice(0, 120)
    switch (resourceType) {
      case 'Patient':
        return this.#read(shapes.patientShape, resource, place, (one) => this.#person(one, place))
      case 'Condition':
        return this.#read(shapes.conditionShape, resource, place, (one) =>
          this.#condition(one, place),
        )
      case 'Observation':
        return this.#read(shapes.observationShape, resource, place, (one) =>
          addObservation(this.#gathered, one, evidenceOf(place, one.code)),
        )
      case 'MedicationStatement':
      case 'MedicationUsage':
      case 'MedicationRequest':
        return this.#read(shapes.medicationShape, resource, place, (one) =>
          this.#medicine(one, place),
        )
      case 'Procedure':
        return this.#read(shapes.procedureShape, resource, place, ({ code, status = '' }) =>
          addTreatment(this.#gathered, shapes.codedWords(code), status, evidenceOf(place, code)),
        )
      case 'FamilyMemberHistory':
        return this.#read(shapes.familyShape, resource, place, (one) => this.#family(one, place))
      case 'AllergyIntolerance':
        return this.#read(shapes.allergyShape, resource, place, ({ code }) =>
          addLine(
            this.#gathered,
            shapes.codedWords(code),
            { presence: 'mentioned', of: 'patient' },
            evidenceOf(place, code, 'Allergy: '),
          ),
        )
    }
  }

  finish(unread: number): ReadBundle {
    const [person] = this.#people
    if (this.#people.length > 1)
      return refused('The Bundle holds more than one Patient. Give one person at a time.')
    if (!person)
      this.#problems.push({
        place: 'Bundle',
        text: 'There is no Patient in it: age and sex are not known.',
      })
    if (unread > 0)
      this.#problems.push({
        place: 'Bundle',
        text: `${unread} entries were too many and were not read.`,
      })
    const patient: Patient = {
      source: 'bundle',
      ...(unread > 0 && { unread }),
      ...person,
      ...this.#gathered,
    }
    return { patient, problems: this.#problems.slice(0, mostProblems) }
  }

  #read<T>(shape: z.ZodType<T>, resource: unknown, place: string, take: (read: T) => void): void {
    const read = shape.safeParse(resource)
    if (read.success) take(read.data)
    else this.#leaveOut(place, read.error.issues[0]?.path.join('.'))
  }

  #leaveOut(place: string, path?: string): void {
    const where = path ? ` (${path.slice(0, 80)})` : ''
    this.#problems.push({ place, text: `It is not of the shape FHIR gives it${where}: left out.` })
  }

  #person(one: z.infer<typeof shapes.patientShape>, place: string): void {
    const { gender, birthDate, deceasedBoolean, deceasedDateTime } = one
    const sex = gender === 'female' ? 'FEMALE' : gender === 'male' ? 'MALE' : undefined
    const age = birthDate ? ageOnDay(birthDate, this.#options.today, place) : undefined
    if (birthDate && !age)
      this.#problems.push({
        place,
        text: 'The birthDate cannot be read, or is in the future: the age is not known.',
      })
    const isDead = deceasedBoolean === true || deceasedDateTime !== undefined
    this.#people.push({
      ...(age && { age }),
      ...(sex && { sex: { value: sex, evidence: { resource: place, text: `gender ${gender}` } } }),
      ...(isDead && { deceased: { value: true, evidence: { resource: place, text: 'deceased' } } }),
    })
  }

  #condition(one: z.infer<typeof shapes.conditionShape>, place: string): void {
    const standing = conditionStandingOf(one.verificationStatus, one.clinicalStatus)
    if (!standing) return
    const evidence = evidenceOf(place, one.code)
    addNamed(this.#gathered, one.code, standing, evidence, this.#options.vocabulary)
  }

  #medicine(one: z.infer<typeof shapes.medicationShape>, place: string): void {
    const coded = one.medicationCodeableConcept ?? one.medication?.concept
    addTreatment(
      this.#gathered,
      shapes.codedWords(coded),
      one.status ?? '',
      evidenceOf(place, coded),
    )
  }

  #family({ status, condition = [] }: z.infer<typeof shapes.familyShape>, place: string): void {
    if (status === 'entered-in-error') return
    for (const { code } of condition)
      addNamed(
        this.#gathered,
        code,
        { presence: 'present', when: 'history', of: 'family' },
        evidenceOf(place, code, 'Family: '),
        this.#options.vocabulary,
      )
  }
}

const mostProblems = 50

function evidenceOf(place: string, coded: shapes.Coded | undefined, lead = ''): Evidence {
  return { resource: place, text: readable(`${lead}${shapes.codedWords(coded)}`) }
}
