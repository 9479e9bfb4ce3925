import type {
  Allergy,
  Evidence,
  Finding,
  Line,
  Measured,
  PatientAge,
  Treatment,
} from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { BundleEntry } from './entries.ts'
import type { Problems } from './problems.ts'
import type { References } from './references.ts'
import type { When } from './times.ts'

/** A resource as it is read: what it is read with, and where its facts and problems go. */
export interface Within {
  readonly entry: BundleEntry
  readonly vocabulary: Vocabulary
  /** `yyyy-MM-dd` */
  readonly today: string
  readonly age?: PatientAge
  readonly references: References
  readonly problems: Problems
  readonly gathered: Gathering
}

/** A measured value and when it was so. */
export interface DatedMeasure {
  readonly measured: Measured
  readonly when?: When
}

/** What a record says of a circumstance at one time; no value where it says that it is not known. */
export interface Statement<T extends string> {
  readonly value?: T
  readonly when?: When
  readonly evidence: Evidence
}

/** The facts of a record as they are gathered: each once, and not more than one person's record holds. */
export class Gathering {
  readonly findings: Finding[] = []
  readonly treatments: Treatment[] = []
  readonly allergies: Allergy[] = []
  readonly lines: Line[] = []
  readonly measures: DatedMeasure[] = []
  readonly smoking: Statement<'current' | 'former' | 'never'>[] = []
  readonly pregnant: Statement<'yes' | 'no'>[] = []
  readonly lactating: Statement<'yes' | 'no'>[] = []
  cannotConceive: Evidence | undefined
  /** How many facts were too many. */
  dropped = 0
  readonly #seen = new Set<string>()

  finding(one: Finding): void {
    const { term, presence, when, of } = one
    this.#keep(this.findings, one, `finding ${term} ${presence} ${when} ${of}`, 1_000)
  }

  treatment(one: Treatment): void {
    const { name, presence, when } = one
    this.#keep(this.treatments, one, `treatment ${presence} ${when} ${name}`, 200)
  }

  allergy(one: Allergy): void {
    this.#keep(this.allergies, one, `allergy ${one.presence} ${one.name}`, 300)
  }

  /** Keeps the words of a resource; `affirmed` are those that are so of the person. Enough is enough: they rank only. */
  line(evidence: Evidence, affirmed = ''): void {
    const { dropped } = this
    this.#keep(this.lines, { evidence, affirmed }, `line ${evidence.text} ${affirmed}`, 3_000)
    this.dropped = dropped
  }

  #keep<T>(list: T[], one: T, key: string, most: number): void {
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    if (list.length < most) list.push(one)
    else this.dropped++
  }
}
