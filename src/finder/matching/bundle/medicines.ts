import { type Drug, openDrugs } from '../../vocabulary/drugs.ts'

/** A medicine in the words of a record: its name in lower case, and the drugs that it is or holds. */
export interface NamedMedicine {
  readonly name: string
  readonly drugs: readonly string[]
  /** False where the name is that of different medicines. */
  readonly isSure: boolean
}

/**
 * The medicines that a label names: "Warfarin sodium 5 MG Oral Tablet", "amoxicillin 250 MG / clavulanate 125 MG Oral
 * Tablet [Augmentin]", "DOLIPRANE 500 mg, comprimé". None where none is known.
 */
export function medicinesIn(label: string): readonly NamedMedicine[] {
  const main = label.replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
  const asides = [...label.matchAll(/\[([^\]]*)\]|\(([^)]*)\)/g)].map(
    ([, bracket, parenthesis]) => bracket ?? parenthesis ?? '',
  )
  const found = main.split(joint).flatMap(inPart)
  const all = found.length > 0 ? found : asides.flatMap(inPart)
  return [...new Map(all.map((one) => [one.name, one])).values()].slice(0, 8)
}

const joint = /\s\/\s|\s\+\s|;|\/(?=\s?\p{L}{4})|,(?=\s?\p{L}{4})|\b(?:and|et|with|plus)\b/u

function inPart(part: string): readonly NamedMedicine[] {
  const whole = part.replace(leading, '').trim()
  const known = phrasesOf(whole).flatMap(
    (phrase) => named(phrase, openDrugs().byName(phrase)) ?? [],
  )
  const [exact] = known
  // By its name without the salt, where that is the same medicine: "warfarin" for "warfarin sodium".
  const short = known.findLast(({ drugs }) => drugs.some((drug) => exact?.drugs.includes(drug)))
  if (exact) return [{ ...exact, name: short?.name ?? exact.name }]
  const mentions = openDrugs()
    .inText(whole)
    .flatMap(({ start, end, drugs }) => named(whole.slice(start, end), drugs) ?? [])
  // A salt alone is not the medicine.
  return mentions.filter(({ name }) => !salts.test(name))
}

/** What stands before a name in RxNorm's labels: "NDA020503 200 ACTUAT", "24 HR", "1 ML". */
const leading = /^\s*(?:NDA\d+\s+)?(?:\d+(?:[.,]\d+)?\s*(?:HR|ML|ACTUAT|MG|MCG|UNT|HOUR|DAY)\s+)*/i

/** A label from whole to short: as it is, to the strength, without the form, without the salt. */
function phrasesOf(whole: string): readonly string[] {
  const phrases = [whole]
  let phrase = whole.split(/[\s,]+\d/)[0]?.replace(/[\s,.;:-]+$/, '') ?? ''
  while (phrase !== '' && phrases.length < 8) {
    phrases.push(phrase)
    const shorter = phrase.replace(trailing, '')
    if (shorter === phrase) break
    phrase = shorter
  }
  return phrases
}

const trailing =
  /[\s,-]+(?:hydrochloride|dihydrochloride|hcl|sodium|disodium|potassium|calcium|magnesium|succinate|tartrate|bitartrate|sulfate|sulphate|maleate|mesylate|besylate|citrate|acetate|phosphate|fumarate|hemifumarate|hydrobromide|trihydrate|monohydrate|anhydrous|tablets?|pills?|capsules?|oral|injections?|injectable|infusion|solution|suspension|syrup|drops|cream|ointment|gel|patch|spray|inhaler|inhalation|aerosol|suppository|powder|film[- ]coated|extended[- ]release|delayed[- ]release|modified[- ]release|prolonged[- ]release|er|xr|sr|dr|product|therapy|treatment|daily|comprim[ée]s?|g[ée]lules?|solution|sirop|injectable|pommade|suppositoires?|po|iv|im|sc)$/i

const salts =
  /^(?:sodium|potassium|calcium|chloride|magnesium|phosphate|sulfate|acetate|water|glucose)$/i

function named(phrase: string, found: readonly Drug[]): NamedMedicine | undefined {
  const exact = found.filter(({ name }) => name.toLowerCase() === phrase.toLowerCase())
  const drugs = exact.length > 0 ? exact : found
  if (drugs.length === 0 || drugs.length > mostMeanings) return undefined
  const [first, ...others] = drugs.map(({ name, substances }) => [name, ...substances])
  const shared = (first ?? []).some((name) =>
    others.every((other) => other.some((one) => isWithin(one, name) || isWithin(name, one))),
  )
  return {
    name: phrase.toLowerCase().slice(0, 120),
    drugs: [...new Set([first ?? [], ...others].flat().map((name) => name.toLowerCase()))],
    isSure: shared,
  }
}

/** A name of more medicines than this names none: "cough syrup". */
const mostMeanings = 4

/** "Warfarin" is within "(R)-warfarin". */
function isWithin(name: string, other: string): boolean {
  return other.toLowerCase().includes(name.toLowerCase())
}
