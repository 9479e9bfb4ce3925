import { openOperations } from '../../vocabulary/operations.ts'
import type { Evidence, Treatment } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { wasSurelyHad } from './medicines.ts'
import { agoOf, windowOf } from './time-window.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * Operations and devices that an exclusion names and asks nothing else of, against those that the record says were done or
 * are borne: a kind counts ("gastrectomy" is gastric surgery), a window of time only where the record gives a time within
 * it. Rule `operated@1`.
 */
export function operatedVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || turning.test(text)) return undefined
  const windowed = windowOf(shared(text))
  if (!windowed) return undefined
  const asked = openOperations().inText(windowed.rest)
  const rest = withoutParts(windowed.rest, asked)
  if (asked.length === 0 || /\d/.test(rest)) return undefined
  if (askedWords(rest).some((word) => !idle.test(word))) return undefined
  const isPast = windowed.days !== undefined || past.test(rest)
  const states = asked.map(({ start, end, operation }) => {
    const isLasting = isPast || !anOperation.test(windowed.rest.slice(start, end))
    return stateOf(operation, windowed.days, isLasting, patient.treatments)
  })
  const had = states.flatMap((state) => (state.is === 'had' ? [state.evidence] : []))
  const isAll = /\b(?:and|et|plus)\b|&/i.test(rest.replace(/\band\/or\b/gi, ' '))
  if (had.length > 0 && (!isAll || had.length === states.length)) return told('not met', had)
  const never = states.flatMap((state) => (state.is === 'never' ? [state.evidence] : []))
  if (never.length === states.length) return told('met', never)
  const near = asked.flatMap(({ operation }) => nearTo(operation, patient.treatments))
  return near.length === 0
    ? undefined
    : { verdict: 'unknown', reason: 'near what the person has', evidence: near.slice(0, 4) }
}

/** What was had or denied of a kind of it, though it does not tell: "never had lumbar surgery" leaves the neck. */
function nearTo(operation: string, treatments: readonly Treatment[]): readonly Evidence[] {
  return treatments
    .filter((one) => one.presence !== 'mentioned' && isOf(one, operation))
    .map(({ evidence }) => evidence)
}

function told(verdict: Judgement['verdict'], evidence: readonly Evidence[]): Judgement {
  return { verdict, reason: 'stated facts', evidence: [...new Set(evidence)].slice(0, 4) }
}

type State = { readonly is: 'had' | 'never'; readonly evidence: Evidence } | { readonly is: 'open' }

function stateOf(
  operation: string,
  days: number | undefined,
  isLasting: boolean,
  treatments: readonly Treatment[],
): State {
  const own = treatments.filter(({ presence }) => presence !== 'mentioned')
  const had = own.find((one) => isOf(one, operation) && wasDone(one, days))
  if (had && isLasting) return { is: 'had', evidence: had.evidence }
  const isSaid = own.some((one) => one.presence !== 'absent' && isNear(one, operation))
  const never = own.find((one) => isNever(one, operation))
  return never && !isSaid ? { is: 'never', evidence: never.evidence } : { is: 'open' }
}

/** What was done or put in, surely, and is still there; within the window, where one is asked. */
function wasDone(one: Treatment, days: number | undefined): boolean {
  const { evidence, name } = one
  if (!wasSurelyHad(one) || gone.test(evidence.text)) return false
  if (days === undefined) return true
  const ago = agoOf(evidence, name)
  return ago !== undefined && ago.most <= days
}

/** All of its name is the operation or a kind of it: a "fecal transplant" is no transplant. */
function isOf(one: Treatment, operation: string): boolean {
  const operations = openOperations()
  return namesOf(one).some((name) => {
    const found = operations.inText(name)
    const rest = askedWords(withoutParts(name, found)).filter((word) => !ofSide.test(word))
    return (
      rest.length === 0 && found.some((each) => operations.withWider(each.operation).has(operation))
    )
  })
}

/** As it is written, since abbreviations are told by their capitals; and the longer name it is part of there. */
function namesOf({ name, evidence: { text } }: Treatment): readonly string[] {
  const at = text.toLowerCase().indexOf(name)
  if (at < 0) return [name]
  const end = at + name.length
  const around = openOperations()
    .inText(text)
    .find((one) => one.start <= at && one.end >= end)
  const before = text.slice(0, around?.start ?? at)
  const written = text.slice(at, end)
  if (qualifier.test(before)) return [`${qualifier.exec(before)?.[0] ?? ''} ${written}`]
  return [written, ...(around ? [text.slice(around.start, around.end)] : [])]
}

/** Another thing's transplant, put before its name. */
const qualifier =
  /\b(?:fecal|faecal|microbiota|hair|tendon|corneal|islet|cell|skin|tooth|nerve|muscle)\s+$/i

/** Something done of which it may be, or which may be it; what is only planned was not done. */
function isNear(one: Treatment, operation: string): boolean {
  if (one.course === 'planned') return false
  if (/\b(?:surg\w*|operat\w*|transplant\w*|implant\w*)\b/i.test(one.name)) return true
  const operations = openOperations()
  const wider = operations.withWider(operation)
  return namesOf(one).some((name) =>
    operations
      .inText(name)
      .some(
        (each) => wider.has(each.operation) || operations.withWider(each.operation).has(operation),
      ),
  )
}

/** "Has never had back surgery": never, not for a time; and of it or of what it is a kind of. */
function isNever({ presence, course, evidence, name }: Treatment, operation: string): boolean {
  if (presence !== 'absent' || course !== undefined || ofTime.test(evidence.text)) return false
  const at = evidence.text.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0) return false
  const wider = openOperations().withWider(operation)
  return openOperations()
    .inText(evidence.text)
    .some((one) => one.start <= at + name.length && at <= one.end && wider.has(one.operation))
}

/** "Esophageal or gastric surgery": the word at the end is meant for both. */
function shared(text: string): string {
  return text.replace(twoOfOne, '$<one> $<head> or $<two> $<head>')
}

const twoOfOne =
  /\b(?<one>\p{L}+(?:al|ic|ac|ary|oid)|heart|liver|kidney|lung|brain|spine|back|hip|knee|breast|bowel|bladder|prostate|thyroid|colon|stomach|abdomen)(?: or |\/| and\/or )(?<two>\p{L}+(?:al|ic|ac|ary|oid)|heart|liver|kidney|lung|brain|spine|back|hip|knee|breast|bowel|bladder|prostate|thyroid|colon|stomach|abdomen) (?<head>surgery|operation|transplant(?:ation)?|replacement|arthroplasty)\b/giu

const turning =
  /\b(?:no|not|without|never|except\w*|unless|other than|apart from|if|plan\w*|schedul\w*|requir\w*|need\w*|candidat\w*|eligib\w*|await\w*|waiting|list|fail\w*|complicat\w*|indicat\w*|contra\w*|due to|because|risk|family|donors?|during|after|since|recent\w*|major|minor|only|unsuccess\w*|aucune?|sans)\b/i
const idle =
  /^(?:implant\w*|insert\w*|placement|placed|undergone|underwent|undergo|surger\w*|surgical\w*|operation|procedure|received|recipient|personal|medical|previously|ever|permanent|carrier|carrying|bearing|wear\w*|wearer|presence|place|situ|device|any|kind|such|use[rs]?|using|have|prior|antécédent\w*|porteu\w*|porter|history)$/i
const past =
  /\b(?:history|prior|previous(?:ly)?|past|ever|had|underwent|undergone|post|received|antécédents?)\b/i
const anOperation =
  /\b(?:surger(?:y|ies)|operations?|surgical|chirurgie|opérations?|laparotom\w*|thoracotom\w*|angioplast\w*|interventions?)\b/i
const gone =
  /\b(?:remov(?:ed|al)|explant\w*|taken out|revers(?:ed|al)|rejected|decannulat\w*|closed|retir[ée]e?s?|never|considered|considering|discuss\w*|offered|declin\w*|refus\w*|recommend\w*|planned|scheduled|awaiting|evaluation|work-?up|candidate|donat\w*|donor)\b/i
const ofTime =
  /\b(?:last|past|recent\w*|since|within|ago|this|earlier|before|yet|further|another|other|more|during|previous week|depuis|récent\w*)\b/i
const ofSide =
  /^(?:partial|total|subtotal|left|right|bilateral|laparoscopic|open|robotic|elective|emergency|redo|radical|dual|single|chamber|permanent|new|old|completed?|successful|first|second|side|sided|living|related|unrelated|gauche|droite)$/i
