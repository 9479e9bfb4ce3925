import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { askedWords } from './words.ts'

/**
 * What is being done for a person, or what is to be seen of them, that an exclusion asks for and the note says in other words: a
 * ventilator, oxygen, intensive care, a wheelchair, lesions of the skin. Rule `in-state@1`.
 */
export function inStateVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || patient.source !== 'note' || turning.test(text)) return undefined
  for (const part of [text, ...partsOf(text)])
    for (const { asked, idle, said, over } of states) {
      if (!asked.test(part) || askedWords(part).some((word) => !idle.test(word))) continue
      const evidence = saying(said, over, patient)
      if (evidence) return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
    }
  return undefined
}

/** Of things divided by commas and "or", each keeps out by itself. */
function partsOf(text: string): readonly string[] {
  return /\b(?:and|with)\b/i.test(text.replace(/\bwith (?=visible|any|skin)/i, ' '))
    ? []
    : text.split(/[,;]|\bor\b/i)
}

const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|history|previous\w*|prior|past|within|expected|likely|anticipated|planned|family|more than|at least|greater)\b|\d/i

interface State {
  readonly asked: RegExp
  readonly idle: RegExp
  readonly said: RegExp
  /** Words of any sentence that take it back. */
  readonly over: RegExp
}

const place = String.raw`(?:neck|face|scalp|arms?|legs?|hands?|feet|trunk|back|chest|abdomen|shins?|skin|elbows?|knees?|forehead|cheeks?|nose|ears?|thighs?|buttocks?)`
const states: readonly State[] = [
  {
    asked: /\b(?:mechanical(?:ly)? ventilat\w+|intubat(?:ed|ion)|ventilator)\b/i,
    idle: /^(?:mechanical\w*|ventilat\w*|intubat\w*|invasive|requir\w*|need\w*|receiv\w*|depend\w*|support)$/,
    said: /\b(?:is|was|and|been|remains) (?:\w+ )?(?:intubated|mechanically ventilated)\b|\bon (?:an? |the )?(?:mechanical )?ventilat(?:or|ion)\b/i,
    over: /\b(?:extubat\w*|weaned|not (?:intubated|ventilated)|spontaneously|room air|ago)\b/i,
  },
  {
    asked: /\b(?:oxygen|o2)\b/i,
    idle: /^(?:oxygen|supplement\w*|home|continuous|chronic|long|term|requir\w*|need\w*|depend\w*|therap\w*|receiv\w*|use|using|domiciliary)$/,
    said: /\b(?:on|requires?|needs?|uses?|receiv\w+) (?:\w+ ){0,3}(?:oxygen|o2)\b(?! saturation)/i,
    over: /\b(?:room air|ambient air|weaned|no (?:longer )?(?:needs? |on )?oxygen|without oxygen|oxygen saturation)\b/i,
  },
  {
    asked: /\b(?:intensive care|icu)\b/i,
    idle: /^(?:intensive|care|unit|icu|requir\w*|need\w*|admi\w*|stay\w*|treat\w*|immediate|hospital\w*)$/,
    said: /\b(?:is|was|has been|been) (?:\w+ )?(?:admitted|transferred|taken|brought) (?:directly )?to (?:the |an? )?(?:\w+ )?(?:intensive care|icu)\b|\bin (?:the |an? )?(?:\w+ )?(?:intensive care unit|icu)\b/i,
    over: /\b(?:discharged|transferred out|ago|ward now|last (?:month|year))\b/i,
  },
  {
    asked: /\b(?:wheelchair|bed-?ridden|bed-?bound|non-?ambulatory)\b/i,
    idle: /^(?:wheelchair|bound|depend\w*|bedridden|bed|ridden|bedbound|non|ambulatory|nonambulatory|confined|use[rs]?)$/,
    said: /\b(?:is|are|been|remains|now) (?:\w+ )?(?:wheelchair[- ](?:bound|dependent)|bed-?ridden|bed-?bound)\b|\bbound to (?:a|his|her|the) wheelchair\b/i,
    over: /\b(?:walks?|ago|until)\b/i,
  },
  {
    asked:
      /\b(?:skin|dermatological|dermatologic|cutaneous) (?:diseases?|conditions?|disorders?|lesions?|abnormalit\w+)\b/i,
    idle: /^(?:skin|dermatolog\w*|cutaneous|lesion|abnormalit\w*|visible|any|active)$/,
    said: new RegExp(
      String.raw`\b(?:skin|cutaneous) (?:lesions?|rash|ulcers?|eruptions?)\b|\b(?:lesions?|rash|ulcers?|papules?|plaques?|nodules?) (?:on|over|of) (?:the |his |her |both |their )?(?:\w+ )?${place}\b`,
      'i',
    ),
    over: /\b(?:no (?:skin|cutaneous|rash|lesions?)|resolved|healed|cleared|ago)\b/i,
  },
]

function saying(said: RegExp, over: RegExp, { lines }: Patient): Evidence | undefined {
  const all = lines.slice(0, 400)
  if (all.some(({ evidence }) => over.test(evidence.text))) return undefined
  return all.find(({ affirmed, evidence }) => said.test(affirmed) && !ofOthers.test(evidence.text))
    ?.evidence
}

const ofOthers = /\b(?:mother|father|wife|husband|brother|sister|son|daughter|sibling)\b/i
