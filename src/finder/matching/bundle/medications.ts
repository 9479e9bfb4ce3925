import type { Presence, Treatment } from '../patient/patient.ts'
import { codedWords, codesInWords, codesOf } from './coded.ts'
import type { BundleEntry } from './entries.ts'
import type { Within } from './gathering.ts'
import { medicineByCode } from './medicine-codes.ts'
import { medicinesIn } from './medicines.ts'
import * as shapes from './shapes.ts'
import { sideOf } from './times.ts'

/** Reads a medicine that is ordered, taken, given or handed out, named in it or by reference. */
export function readMedicationUse(use: shapes.MedicationUse, within: Within): void {
  const taking = takingOf(use, within)
  if (!taking) return
  const coded = use.medicationCodeableConcept ?? use.medication?.concept
  const referred = use.medicationReference ?? use.medication?.reference
  const names = coded ? namesOf(coded) : []
  if (names.length === 0 && referred) names.push(...namesByReference(referred, within))
  const { problems, entry } = within
  const codes = codesInWords(coded)
  if (names.length > 0) for (const name of names) addMedicine(name, taking, within)
  else if (codes !== '') problems.add(entry.place, 'code', codes)
  else if (!referred) problems.add(entry.place, 'nothing')
}

type Taking = Pick<Treatment, 'presence' | 'when'>

function namesOf(coded: shapes.Coded | undefined): string[] {
  const name = codedWords(coded) || medicineByCode(coded)
  return name ? [name] : []
}

function namesByReference(referred: shapes.Referred, within: Within): readonly string[] {
  const found = medicineNames(referred, within.entry, within, new Set())
  if (found.length > 0) return found
  if (referred.display) return [referred.display]
  within.problems.add(within.entry.place, 'reference', referred.reference ?? '')
  return []
}

/** The names of a Medication: its own, else those of what it is made of, however that is referred to. */
function medicineNames(
  referred: shapes.Referred,
  from: BundleEntry,
  within: Within,
  seen: Set<object>,
): readonly string[] {
  const entry = within.references.follow(referred, from)
  if (!entry || seen.has(entry.resource) || seen.size > mostIngredients) return []
  seen.add(entry.resource)
  const medicine = shapes.medicineShape.safeParse(entry.resource)
  if (!medicine.success || medicine.data.status === 'entered-in-error') return []
  const { code, ingredient = [] } = medicine.data
  const own = namesOf(code)
  if (own.length > 0) return own
  const made = ingredient.slice(0, mostIngredients).flatMap((one) => {
    const names = namesOf(one.itemCodeableConcept ?? one.item?.concept)
    const next = one.itemReference ?? one.item?.reference
    return names.length > 0 || !next ? names : medicineNames(next, entry, within, seen)
  })
  const codes = codesInWords(code)
  if (made.length === 0 && codes !== '') within.problems.add(entry.place, 'code', codes)
  return made
}

const mostIngredients = 20

/** A medicine by its words, as the drugs that it holds; words that name none are kept as they are, and said. */
export function addMedicine(words: string, taking: Taking, within: Within): void {
  const { gathered, problems, entry } = within
  const evidence = { resource: entry.place, text: words }
  const isSo = taking.presence === 'present' || taking.presence === 'possible'
  gathered.line(evidence, isSo ? words : '')
  if (isNoMedicine.test(words)) return
  const medicines = medicinesIn(words)
  if (medicines.length === 0) {
    problems.add(entry.place, 'medicine', words)
    gathered.treatment({ name: words.toLowerCase(), ...taking, evidence })
  }
  for (const { name, drugs, isSure } of medicines)
    gathered.treatment({
      name,
      drugs,
      ...taking,
      ...(!isSure && taking.presence === 'present' && { presence: 'possible' as const }),
      evidence,
    })
}

const isNoMedicine =
  /^(?:no (?:known |current |active |regular )?(?:medic|drug|therap)|none\b|nil\b|unknown\b|aucun)/i

/** How a medicine stands to a person; undefined for what was entered in error or never meant. */
function takingOf(use: shapes.MedicationUse, within: Within): Taking | undefined {
  const { status = '', resourceType } = use
  if (status === 'entered-in-error') return undefined
  if (use.doNotPerform === true || status === 'draft') return { presence: 'mentioned', when: 'now' }
  const known = statuses[resourceType] ?? {}
  const byStatus = Object.hasOwn(known, status) ? known[status] : undefined
  if (!byStatus) within.problems.add(within.entry.place, 'status', status || 'no status')
  const taking = adhered(use) ?? byStatus ?? { presence: 'possible', when: 'now' }
  if (/^(?:proposal|plan|option)$/.test(use.intent ?? '') && taking.presence === 'present')
    return { ...taking, presence: 'mentioned' }
  if (taking.presence !== 'present' || taking.when !== 'now') return taking
  return byDates(use, taking, within)
}

/** A time that has ended beats a status that nobody changed. */
function byDates(
  use: shapes.MedicationUse,
  taking: Taking,
  { today, problems, entry }: Within,
): Taking {
  const bounds = (use.dosageInstruction ?? []).map(({ timing }) => timing?.repeat?.boundsPeriod)
  const periods = [use.effectivePeriod, use.effectiveDosePeriod, use.occurencePeriod, ...bounds]
  const ends = periods.flatMap((period) => period?.end ?? [])
  const starts = [
    ...periods.flatMap((period) => period?.start ?? []),
    use.effectiveDateTime ?? [],
  ].flat()
  for (const date of [...ends, ...starts])
    if (sideOf(date, today) === undefined) problems.add(entry.place, 'date', date)
  const sides = ends.map((date) => sideOf(date, today))
  if (sides.length > 0 && sides.every((side) => side === 'past'))
    return { ...taking, when: 'history' }
  if (sides.includes('past') || sides.includes(undefined))
    return { ...taking, presence: 'possible' }
  if (starts.length > 0 && starts.every((date) => sideOf(date, today) === 'future'))
    return { ...taking, presence: 'mentioned' }
  const isOnce = use.status === 'recorded' && use.effectiveDateTime !== undefined
  return isOnce && sideOf(use.effectiveDateTime, today) === 'past'
    ? { ...taking, when: 'history' }
    : taking
}

/** R5 says beside a statement whether the person keeps to it. */
function adhered({ adherence }: shapes.MedicationUse): Taking | undefined {
  const [code = ''] = codesOf(adherence?.code)
  if (/^not-taking|^never/.test(code)) return { presence: 'absent', when: 'now' }
  if (/^(?:on-hold|stopped)/.test(code)) return { presence: 'present', when: 'history' }
  return code === 'unknown' ? { presence: 'possible', when: 'now' } : undefined
}

const taken: Taking = { presence: 'present', when: 'now' }
const over: Taking = { presence: 'present', when: 'history' }
const perhaps: Taking = { presence: 'possible', when: 'now' }
const neither: Taking = { presence: 'mentioned', when: 'now' }

const ofStatement: Readonly<Record<string, Taking>> = {
  active: taken,
  recorded: taken,
  completed: over,
  stopped: over,
  'on-hold': over,
  intended: neither,
  'not-taken': { presence: 'absent', when: 'now' },
  unknown: perhaps,
}

/** What each status says. On hold was taken and may be again; an order that was called off says nothing of taking it. */
const statuses: Readonly<Record<string, Readonly<Record<string, Taking>>>> = {
  MedicationRequest: {
    active: taken,
    'on-hold': over,
    completed: over,
    ended: over,
    stopped: over,
    cancelled: neither,
    unknown: perhaps,
  },
  MedicationStatement: ofStatement,
  MedicationUsage: ofStatement,
  MedicationAdministration: {
    'in-progress': taken,
    completed: over,
    stopped: over,
    'on-hold': over,
    'not-done': neither,
    unknown: perhaps,
  },
  MedicationDispense: {
    completed: perhaps,
    'in-progress': perhaps,
    preparation: neither,
    'on-hold': neither,
    cancelled: neither,
    declined: neither,
    stopped: over,
    unknown: perhaps,
  },
}

/** Statuses of what was done to a person, with what each says; undefined for what was entered in error. */
export function doneBy(
  status: string,
): { presence: Presence; when: Treatment['when'] } | undefined {
  if (status === 'entered-in-error') return undefined
  return Object.hasOwn(doneStatuses, status) ? doneStatuses[status] : perhaps
}

const doneStatuses: Readonly<Record<string, Taking>> = {
  completed: over,
  'in-progress': taken,
  'not-done': { presence: 'absent', when: 'now' },
  preparation: neither,
  'on-hold': perhaps,
  stopped: { presence: 'possible', when: 'history' },
  unknown: perhaps,
}
