import { tokens } from '../../vocabulary/fold.ts'
import { careIn } from '../../vocabulary/note-names.ts'
import type { Evidence, Patient, Treatment } from '../patient/patient.ts'
import {
  type AskedTreatment,
  isDenied,
  isDoubted,
  medicinesAsked,
  medicinesNamed,
  relation,
} from './medicines.ts'
import { onceAPatient } from './once-a-patient.ts'
import { takesNothing, takesOnly } from './takes-nothing.ts'
import { formOf, type TreatmentForm } from './treatment-form.ts'
import { askedWords } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * Treatments a criterion names, by name or by class, against those that the record names. Only where nothing else is asked
 * does one decide; what may be meant, was before or is planned is never presumed clear. Rule `treated@3`.
 */
export function treatmentVerdict(one: Case): Judgement | undefined {
  const { kind, patient } = one
  const text = withoutExcepted(inOneName(one.text), one)
  const nothing = takesNothing(patient) ?? takesOnly(patient)
  if (patient.treatments.length === 0 && !nothing) return undefined
  const asked = askedIn({ ...one, text })
  if (asked.length === 0) return undefined
  const states = asked.map((item) => stateOf(item, patient.treatments, nothing))
  const form = formOf(text, asked)
  const decided =
    form && !isOfLastTime(one, states)
      ? (decide(form, states, kind) ?? byStopped(form, { ...one, text }, asked))
      : undefined
  if (decided !== undefined)
    return {
      verdict: decided.letsIn ? 'met' : 'not met',
      reason: 'stated facts',
      evidence: evidenceOf(states.filter(({ is }) => decided.by.includes(is))),
    }
  const near = states.filter(({ is }) => is !== 'absent' && is !== 'silent')
  if (kind !== 'exclusion' || near.length === 0) return undefined
  return { verdict: 'unknown', reason: 'near what the person has', evidence: evidenceOf(near) }
}

/** "Nine cycles, the last on 2 April", asked of the past three weeks: it may be longer ago. */
function isOfLastTime({ text, kind }: Case, states: readonly State[]): boolean {
  return (
    kind === 'exclusion' &&
    aWindow.test(text) &&
    states.some(({ evidence }) => evidence.some((one) => lastTime.test(one.text)))
  )
}

const aWindow =
  /\b(?:within|in the (?:last|past|previous|preceding)|(?:last|past|previous|preceding) (?:\d|\w+ (?:days?|weeks?|months?))|(?:days?|weeks?|months?) (?:prior|before|of))\b/i
const lastTime =
  /(?<!\p{L})(?:last|final|derni[eè]re?)(?: (?:dose|cycle|course|injection|infusion|cure|perfusion|prise|one|given|was))*,? (?:on|in|le|en|was|given|\d)|(?<!\p{L})(?:completed|finished|ended|terminée?s?|finie?s?)(?!\p{L})/iu

/**
 * "Immunosuppressive medication, except inhaled steroids": without the exception, where it names medicines none of which the person
 * may take.
 */
function withoutExcepted(text: string, { kind, patient: { treatments } }: Case): string {
  const at = text.search(
    /[,(]? ?\b(?:except(?: for)?|with the exception of|other than|excluding)\b/i,
  )
  if (kind !== 'exclusion' || at < 10) return text
  const excepted = medicinesAsked(text.slice(at))
  const isOfMedicines = excepted.length > 0 && medicinesAsked(text.slice(0, at)).length > 0
  const isTaken = treatments.some((one) => excepted.some((item) => relation(item, one) !== 'not'))
  return isOfMedicines && !isTaken ? text.slice(0, at) : text
}

/** What is asked, with how a person stands to it. */
interface State {
  readonly is: 'now' | 'past' | 'near' | 'absent' | 'silent'
  readonly evidence: readonly Evidence[]
}

function evidenceOf(states: readonly State[]): readonly Evidence[] {
  return [...new Set(states.flatMap(({ evidence }) => evidence))].slice(0, 4)
}

/** Medicines and classes by the vocabulary, and other treatments by the words of the record. */
function askedIn({ text, patient }: Case): readonly AskedTreatment[] {
  const medicines = medicinesAsked(text)
  const others = othersOf(patient)
  if (others.length === 0) return medicines
  const asked = new Set(askedWords(text))
  const named = others.filter(({ words }) => words.every((word) => asked.has(word)))
  return [...medicines, ...new Map(named.map((one) => [one.name, one])).values()]
}

/** The treatments of a record that are no medicines of the vocabulary, by one name and its words. */
const othersOf = onceAPatient(({ treatments }: Patient) =>
  treatments
    .filter(
      ({ name, drugs, presence }) =>
        presence !== 'mentioned' &&
        !drugs &&
        medicinesNamed(name).length === 0 &&
        tokens(name).length > 0,
    )
    .flatMap(({ name }) => [inOneName(name), careNamed(name)])
    .flatMap((name) => (name === undefined ? [] : [{ name, words: tokens(name) }])),
)

/** The English name under which a treatment is listed that is no medicine: « VNI » under non-invasive ventilation. */
function careNamed(name: string): string | undefined {
  const before = careNames.get(name)
  if (before !== undefined) return before || undefined
  const written = name.length < 6 ? name.toUpperCase() : name
  const found = [...careIn(written, 'fr'), ...careIn(written, 'en')].find(
    ({ start, end, kind }) => start === 0 && end === name.length && kind !== 'drug',
  )?.name
  if (careNames.size > 2_000) careNames.clear()
  careNames.set(name, found ?? '')
  return found
}

/** Names of treatments alone, not what a record says of them. */
const careNames = new Map<string, string>()

/** Treatments of several names, by one of them. */
function inOneName(text: string): string {
  return text
    .replace(
      /\b(?:radiation(?:[- ]therapy)?|irradiation|actinotherapy|radiothérapie|XRT)\b/gi,
      'radiotherapy',
    )
    .replace(/\b(?:h(?:a)?emodialysis|hémodialyse|dialyse)\b/gi, 'dialysis')
    .replace(ofKidneys, '$1')
    .replaceAll(
      /(?<=\bradiotherapy )(?:pelvienne|thoracique|cérébrale|crânienne|mammaire|abdominale|cervicale)(?!\p{L})/giu,
      (place) => placesInEnglish[place.toLowerCase()] ?? place,
    )
}

/** Where rays were given, as criteria say it. */
const placesInEnglish: Readonly<Record<string, string>> = {
  pelvienne: 'pelvic',
  thoracique: 'thoracic',
  cérébrale: 'brain',
  crânienne: 'cranial',
  mammaire: 'breast',
  abdominale: 'abdominal',
  cervicale: 'cervical',
}

/** What dialysis is for. */
const ofKidneys =
  /\b(dialysis) for (?:end[- ]stage |chronic |acute )?(?:renal|kidney) (?:disease|failure|insufficiency)(?: \([A-Z]{3,5}\))?/gi

function stateOf(
  asked: AskedTreatment,
  treatments: readonly Treatment[],
  nothing: Evidence | undefined,
): State {
  const own = treatments.filter(({ presence }) => presence !== 'mentioned')
  const related = own.flatMap((treatment) => {
    const how = relationTo(asked, treatment)
    return how === 'not' ? [] : [{ treatment, how }]
  })
  const affirmed = related.filter(({ treatment }) => treatment.presence !== 'absent')
  const sure = affirmed
    .filter(({ how, treatment }) => how === 'is' && !isDoubted(treatment))
    .map(({ treatment }) => treatment)
  const state = (is: State['is'], of: readonly { readonly evidence: Evidence }[]): State => ({
    is,
    evidence: of.map(({ evidence }) => evidence),
  })
  const now = sure.filter(({ presence, when }) => presence === 'present' && when === 'now')
  if (now.length > 0) return state('now', now)
  const past = sure.filter(({ presence }) => presence === 'present')
  if (past.length > 0) return state('past', past)
  if (affirmed.length > 0)
    return state(
      'near',
      affirmed.map(({ treatment }) => treatment),
    )
  const denied = own.filter(
    (one) =>
      one.presence === 'absent' &&
      ('name' in asked ? relationTo(asked, one) === 'is' : isDenied(asked, one)),
  )
  if (denied.length > 0) return state('absent', denied)
  if (nothing && !('name' in asked)) return { is: 'absent', evidence: [nothing] }
  return { is: 'silent', evidence: [] }
}

function relationTo(asked: AskedTreatment, treatment: Treatment): 'is' | 'perhaps' | 'not' {
  if (!('name' in asked)) return relation(asked, treatment)
  const { name } = treatment
  if (asked.name === inOneName(name)) return 'is'
  // The list files what is alike under one name: a trigger finger beside a carpal tunnel.
  return asked.name === careNamed(name) ? 'perhaps' : 'not'
}

/**
 * "Current use of methotrexate", of who is said to have stopped it, and of no more: it is not taken now. A pause, a window of time or
 * another medicine of the class leaves it open. Rule `stopped@1`.
 */
function byStopped(
  form: TreatmentForm,
  { kind, patient, text }: Case,
  asked: readonly AskedTreatment[],
): Decided | undefined {
  if (form.asksEver || /\d|\b(?:within|last|past|recent\w*)\b/i.test(text)) return undefined
  const isOver = asked.every((each) => {
    const own = patient.treatments.filter(
      (one) => one.presence !== 'absent' && relationTo(each, one) !== 'not',
    )
    return own.length > 0 && own.every(isStopped)
  })
  if (!isOver) return undefined
  return { letsIn: (kind === 'exclusion') !== form.isDenied, by: ['past'] }
}

/** Whether a sentence says that something was stopped, and for good as far as it tells. */
export function isStopped({ name, presence, when, evidence: { text } }: Treatment): boolean {
  if (presence !== 'present' || when !== 'history' || notForGood.test(text) || otherForm.test(text))
    return false
  const at = text.toLowerCase().indexOf(name)
  if (at < 0) return false
  const clause =
    /^[^.;,]{0,60}(?:, (?:arrêtée?s?|stoppée?s?|stopped|discontinued)(?!\p{L}))?/u.exec(
      text.slice(at + name.length),
    )?.[0] ?? ''
  const before = /[^.;,:]{0,24}$/.exec(text.slice(0, at))?.[0] ?? ''
  return saysStopped.test(clause) || saysStopped.test(before)
}

const saysStopped =
  /(?<!\p{L})(?:stopped|discontinued|ceased|withdrawn|came off|no longer (?:on|takes?|taking|uses?|using)|switched (?:to|from)|replaced (?:by|with)|changed to|arrêtée?s?|stoppée?s?|interrompue?s?|relayée?s? par|remplacée?s? par|ne prend plus)(?!\p{L})/iu
const notForGood =
  /(?<!\p{L})(?:paus\p{L}*|tempora\p{L}*|held|hold|withh\p{L}*|restart\p{L}*|resum\p{L}*|again|back|re-?introdu\p{L}*|re-?challeng\p{L}*|recommenc\p{L}*|re-?start\p{L}*|will|to be|plan\p{L}*|reduc\p{L}*|suspen\p{L}*|repris\p{L}*|reprend\p{L}*|momentan\p{L}*|provisoire\p{L}*|sera|bient[ôo]t|today|yesterday|ce jour|hier|aujourd|\d (?:days?|weeks?|jours?|semaines?)|last week|never|jamais|half|dose)(?!\p{L})/iu

/** "Methotrexate changed to subcutaneous": still taken, in another way. */
const otherForm =
  /(?<!\p{L})(?:changed|switched|relay\p{L}*|remplac\p{L}*|passée?) (?:to|from|par|à|au|en) (?:an? |the |une? |la |le |les |forme )?(?:oral|sub-?cut\p{L}*|s\/?c|sous-?cutan\p{L}*|iv|intra-?v\p{L}*|im|intra-?musc\p{L}*|inject\p{L}*|tablets?|pills?|capsules?|liquid|patch\p{L}*|generic|génériques?|biosimila\p{L}*|weekly|daily|evenings?|mornings?|once|twice|lower|higher|per os|comprim\p{L}*|voie)(?!\p{L})/iu

const hadNever =
  /(?<!\p{L})(?:never (?:been |yet )?(?:had|on|received|taken|took|tried|used|treated|given|exposed)|jamais (?:été )?(?:eu|reçu|pris|essayé|utilisé|traitée?|exposée?|sous|de|d(?=['’]))|no (?:prior|previous)|not (?:yet )?(?:had|received|tried|taken)|(?:as yet|so far|to date|à ce jour|jusqu['’]ici)|aucun antécédent d[e'’]|na[iï]ve)(?!\p{L})/iu

interface Decided {
  readonly letsIn: boolean
  readonly by: readonly State['is'][]
}

/** What is so of the person, held against the form of the criterion; undefined where that does not decide. */
function decide(
  form: TreatmentForm,
  states: readonly State[],
  kind: Case['kind'],
): Decided | undefined {
  const isHad = ({ is }: State): boolean => is === 'now' || (form.asksEver && is === 'past')
  const had = form.isAll ? states.every(isHad) : states.some(isHad)
  const isOut = kind === 'exclusion'
  if (form.isDenied && isOut) return undefined
  if (had) return { letsIn: isOut === form.isDenied, by: ['now', 'past'] }
  // Of what was taken before, only "now" says that it is not.
  const isNone = states.every(
    ({ is, evidence }) =>
      is === 'absent' && (!form.asksEver || evidence.every(({ text }) => hadNever.test(text))),
  )
  return isNone ? { letsIn: isOut !== form.isDenied, by: ['absent'] } : undefined
}
