import type { Evidence } from '../patient/patient.ts'
import { cannotConceive, nursing, pregnancyOf, smokingOf } from './circumstance-words.ts'
import { codedWords, codesInWords, codesOf, withoutTag } from './coded.ts'
import { diseasesIn } from './disease-names.ts'
import type { Within } from './gathering.ts'
import { observedValue } from './measured-values.ts'
import { readTest } from './qualitative-tests.ts'
import type { Observation, FhirPeriod, Valued } from './shapes.ts'
import { type When, daysBetween, sideOf, whenOf } from './times.ts'

/** Reads an Observation: values, smoking, pregnancy, and signs that are said to be there or not. */
export function readObservation(seen: Observation, within: Within): void {
  const { problems, entry, gathered } = within
  const { status = '' } = seen
  if (/^(?:entered-in-error|cancelled|registered|cannot-be-obtained)$/.test(status)) return
  if (status === 'unknown')
    return problems.add(entry.place, 'status', status, codedWords(seen.code))
  if (specimenOf(seen, within)) return sayUnread(seen, within)
  const when = whenSeen(seen, within)
  const parts = [seen, ...(seen.component ?? [])]
  let isRead = false
  for (const part of parts) {
    const evidence = { resource: entry.place, text: evidenceText(part, when) }
    if (readPart(part, evidence, when, within)) isRead = true
    else if (part !== seen && hasValue(part)) sayUnread(part, within)
    if (hasValue(part) || part === seen) gathered.line(evidence)
  }
  const isAbsent = seen.dataAbsentReason && !hasValue(seen)
  const isSilent = isAbsent && notDone.test(JSON.stringify(seen.dataAbsentReason))
  if (isRead || isSilent) return
  if (hasValue(seen) || (isAbsent && parts.length === 1)) sayUnread(seen, within)
  else if (parts.length === 1)
    problems.add(entry.place, 'text' in entry.resource ? 'narrative' : 'nothing')
}

/** What was not asked or not done is silence; a value that was lost is not. */
const notDone = /not[- ]?(?:performed|done|asked|applicable|taken|measured)|non (?:fait|r[ée]alis)/i

function sayUnread(part: Valued, { problems, entry }: Within): void {
  const name = codedWords(part.code)
  if (name === '') problems.add(entry.place, 'code', codesInWords(part.code))
  // A number tells nothing that the name does not.
  else
    problems.add(
      entry.place,
      'measure',
      name,
      part.valueQuantity ? name : `${name} ${valueWords(part)}`,
    )
}

function readPart(
  part: Valued,
  evidence: Evidence,
  when: When | undefined,
  within: Within,
): boolean {
  const { gathered } = within
  const dated = when ? { when } : {}
  const pressures = pressurePair(part)
  for (const [what, value] of pressures)
    gathered.measures.push({ measured: { what, value, unit: 'mm[Hg]', evidence }, ...dated })
  if (pressures.length > 0) return true
  if (readCircumstance(part, evidence, dated, within)) return true
  if (readTest(part, evidence, when, within) || readSign(part, evidence, when, within)) return true
  const measured = observedValue(part, evidence, within)
  if (measured) gathered.measures.push({ measured, ...dated })
  return measured !== undefined
}

/** "120/80" as a text. */
function pressurePair({ code, valueString = '' }: Valued): readonly (readonly [string, string])[] {
  const isPressure =
    codesOf(code).some((one) => one === '85354-9' || one === '55284-4') ||
    /^blood pressure\b/i.test(codedWords(code))
  const [, systolic, diastolic] =
    /^\s*(\d{2,3}) ?\/ ?(\d{2,3})(?: ?mm ?\[?hg\]?)?\s*$/i.exec(valueString) ?? []
  if (!isPressure || !systolic || !diastolic || Number(systolic) <= Number(diastolic)) return []
  return [
    ['systolicPressure', systolic],
    ['diastolicPressure', diastolic],
  ]
}

function readCircumstance(
  part: Valued,
  evidence: Evidence,
  dated: { readonly when?: When },
  { gathered }: Within,
): boolean {
  const about = codedWords(part.code)
  const codes = codesOf(part.code)
  const value = valueWords(part)
  const answers = codesOf(part.valueCodeableConcept)
  if (codes.some((code) => smokingCodes.has(code)) || smokingName.test(about)) {
    const said =
      part.valueBoolean === true && /smok/i.test(about) ? 'current' : smokingOf(value, answers)
    if (said)
      gathered.smoking.push({ ...(said !== 'unknown' && { value: said }), evidence, ...dated })
    return said !== undefined
  }
  if (codes.some((code) => pregnancyCodes.has(code)) || pregnancyName.test(about)) {
    const said = pregnancyOf(value, answers)
    if (said)
      gathered.pregnant.push({ ...(said !== 'unknown' && { value: said }), evidence, ...dated })
    return said !== undefined
  }
  if (nursing.test(about)) {
    const said = yesOrNo(part)
    if (said) gathered.lactating.push({ value: said, evidence, ...dated })
    return said !== undefined
  }
  const isAfter =
    cannotConceive.test(value) || (cannotConceive.test(about) && yesOrNo(part) === 'yes')
  if (isAfter && /menopaus|steril|hysterectomy|tubal|oophorectomy/i.test(`${about} ${value}`)) {
    gathered.cannotConceive ??= evidence
    return true
  }
  return false
}

const smokingCodes: ReadonlySet<string> = new Set(['72166-2', '39240-7', '11367-0'])
const smokingName =
  /\b(?:tobacco|smoking|smoker|tabagi\w+)\b.*\b(?:status|use|history|statut)?$|^(?:statut tabagique|smok(?:ing|er|es))\b/i
const pregnancyCodes: ReadonlySet<string> = new Set(['82810-3', '2106-3', '2118-8', '80384-1'])
const pregnancyName =
  /^(?:pregnan(?:t|cy)(?: status| test)?\b(?! (?:outcome|history|number|intention))|(?:urine |serum )?(?:pregnancy test|hcg)\b)/i

/** "Fever: yes": a disease or sign that is named, and said to be there or not. What is not of now is history or nothing. */
function readSign(
  part: Valued,
  evidence: Evidence,
  when: When | undefined,
  { vocabulary, gathered, today }: Within,
): boolean {
  const said = yesOrNo(part)
  const label = withoutTag(codedWords(part.code))
  if (
    !said ||
    /\b(?:history|risk|family|screen\w*|test|antibod\w+|antigen|vaccin\w*|score|mother|father)\b/i.test(
      label,
    )
  )
    return false
  const named = diseasesIn(label, vocabulary)
  const isNow = !when || daysBetween(when, today) <= daysOfNow
  for (const { start, end, term } of named)
    if (said === 'yes' || isNow)
      gathered.finding({
        term,
        words: label.slice(start, end),
        presence: said === 'yes' ? 'present' : 'absent',
        when: isNow ? 'now' : 'history',
        of: 'patient',
        evidence,
      })
  return named.length > 0
}

const daysOfNow = 30

function yesOrNo({ valueBoolean, valueCodeableConcept: coded, valueString }: Valued) {
  if (valueBoolean !== undefined) return valueBoolean ? 'yes' : 'no'
  const codes = codesOf(coded)
  if (codes.some((code) => /^(?:52101004|373066001|la33-6|y)$/.test(code))) return 'yes'
  if (codes.some((code) => /^(?:2667000|373067005|la32-8|n)$/.test(code))) return 'no'
  const words = (codedWords(coded) || valueString || '').trim()
  if (/^(?:yes|present|true|oui|mild|moderate|severe)\b(?! \w)/i.test(words)) return 'yes'
  return /^(?:no|absent|not present|none|false|non)\b(?! \w)/i.test(words) ? 'no' : undefined
}

/** The specimen, where it is another than blood. */
function specimenOf({ specimen }: Observation, { references, entry }: Within): boolean {
  const { display = '' } = specimen ?? {}
  const found = specimen && references.follow(specimen, entry)
  const type: unknown = found && 'type' in found.resource ? found.resource.type : undefined
  const words = `${display} ${type === undefined ? '' : safeText(type)}`
  return /\burin|\bcsf\b|cerebrospinal|\bfluid|\bstool|\bf(?:a)?eces|saliva|\bsweat|amniotic|\bcord\b/i.test(
    words,
  )
}

function safeText(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 2_000)
  } catch {
    return ''
  }
}

/** When it was so, and, where that is not said, when it was made known. */
function whenSeen(seen: Observation, { today, problems, entry }: Within): When | undefined {
  const { effectiveDateTime, effectiveInstant, effectivePeriod, effectiveTiming, issued } = seen
  const events = (effectiveTiming?.event ?? []).filter((date) => sideOf(date, today) !== 'future')
  const dates = [
    effectiveDateTime,
    effectiveInstant,
    endOf(effectivePeriod, today),
    events.toSorted().at(-1),
    endOf(effectiveTiming?.repeat?.boundsPeriod, today),
  ].filter((date) => date !== undefined)
  const [written = issued] = dates
  const when = whenOf(written, today)
  if (written !== undefined && !when) problems.add(entry.place, 'date', written)
  return when
}

function endOf(period: FhirPeriod | undefined, today: string): string | undefined {
  if (period?.end === undefined || sideOf(period.end, today) === 'future') return period?.start
  return period.end
}

function hasValue(part: Valued): boolean {
  return (
    part.valueQuantity !== undefined ||
    part.valueBoolean !== undefined ||
    part.valueInteger !== undefined ||
    part.valueRange !== undefined ||
    part.valueString !== undefined ||
    part.valueCodeableConcept !== undefined ||
    part.interpretation !== undefined
  )
}

function valueWords(part: Valued): string {
  const { valueQuantity: quantity, valueBoolean, valueInteger, valueString } = part
  const coded = part.valueCodeableConcept
  const words = codedWords(coded) || codesInWords(coded)
  if (words !== '') return words
  if (valueString !== undefined) return valueString.slice(0, 200)
  if (quantity)
    return `${quantity.comparator ?? ''} ${quantity.value ?? ''} ${quantity.unit ?? quantity.code ?? ''}`.trim()
  if (valueInteger !== undefined) return String(valueInteger)
  return valueBoolean === undefined ? '' : valueBoolean ? 'yes' : 'no'
}

function evidenceText(part: Valued, when: When | undefined): string {
  const value = valueWords(part)
  const name = codedWords(part.code) || codesInWords(part.code)
  return `${name}${value === '' ? '' : `: ${value}`}${when ? ` (${when.day})` : ''}`.slice(0, 500)
}
