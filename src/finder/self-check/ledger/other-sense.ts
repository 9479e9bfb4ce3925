import type { AskedItem, AskedRule } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'
import { valuesOf } from './asked-values.ts'

/**
 * Whether a question asks something else than its rule, whatever is held: a change as a level, a danger in an operation as the
 * chance of one, who could enter another study as who is in one, what one is willing or able to bear as an illness or a visit.
 */
export function asksOtherSense({ kind, text }: WrittenRule, { rule, readings }: ReadAsk): boolean {
  if (rule.ask === 'set')
    return (
      isOtherSet(text, rule) ||
      (kind === 'inclusion' && !rule.isTurned && isOfProtocols(text, rule))
    )
  const items = thingsOf(rule)
  return (
    items.some((one) => {
      if (!isThing(one)) {
        const span = readings[one.reading]?.span
        return span !== undefined && isChange(text, span.start, span.end)
      }
      if (one.name.fr.startsWith('risque') && dangerIn.test(text)) return true
      if (one.name.fr.startsWith('radiothérapie') && ofLight.test(text)) return true
      // "Zorbopathy without known cause" is the name of no wider illness.
      return (
        one.like.some(({ en }) => en === 'without known cause') && /\bidiopathic \w+ \w/i.test(text)
      )
    }) ||
    (kind === 'exclusion' && couldEnter.test(text) && asksOfStudy(rule))
  )
}

function thingsOf(rule: AskedRule): readonly AskedItem[] {
  if (rule.ask === 'several') return rule.rules.flatMap(thingsOf)
  return rule.ask === 'things' ? rule.what.things : []
}

/** "A decrease of 10 % or more", "a fall in zorb to": how far it went, and not where it is. */
function isChange(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - 30), end + 30)
  return changing.test(around)
}

const changing =
  /\b(?:decreases?|declines?|reductions?|drops?|increases?|rises?|improvements?|worsening) (?:of|in|from|by|to|compared|relative|>|≥|≤|<|\d)|\bchanges? (?:in|from|of)\b|\b(?:decreased|declined|reduced|dropped|increased|improved) (?:by|from)\b|%\s*(?:decrease|decline|reduction|drop|increase|rise|improvement)\b/i

const dangerIn =
  /\brisks?\b(?: (?:score|level|category))? (?:for|in|from|during|with|under) (?:\w+ ){0,2}?(?:surg|an(?:a)?esth|operat|procedure|interven|treatment|MRI|exercise)/i

/** "Who meet the criteria for another protocol", "eligible for other trials". */
const couldEnter =
  /\b(?:meet\w*|fulfil\w*|qualif\w+|eligible|candidates?)\b[^.;]{0,40}\b(?:protocols?|trials?|stud(?:y|ies)|IND)\b/i

function asksOfStudy(rule: AskedRule): boolean {
  return (
    valuesOf(rule, 'phrase').some((one) => String(one).startsWith('otherStudy')) ||
    valuesOf(rule, 'fr').some((one) => /consignes médicales|recommandations/.test(String(one)))
  )
}

/** "Patients in our protocols must have a doctor": who is in another study is not asked for. */
function isOfProtocols(text: string, rule: Extract<AskedRule, { ask: 'set' }>): boolean {
  return rule.phrase.startsWith('otherStudy') && /\b(?:expected|must|should|required)\b/i.test(text)
}

function isOtherSet(text: string, rule: Extract<AskedRule, { ask: 'set' }>): boolean {
  if (rule.phrase.startsWith('otherStudy')) return couldEnter.test(text)
  if (rule.phrase === 'hiv') return ofVirus.test(text)
  if (rule.phrase === 'cancerTreatment') return ofLight.test(text)
  if (!rule.isWide) return false
  if (rule.phrase === 'comply')
    return (
      !following.test(text) ||
      refusing.test(text) ||
      (undergoing.test(text) && !complying.test(text))
    )
  if (rule.phrase === 'doctorDoubts') return unwilling.test(text)
  return willing.test(text) && !ofWill.has(rule.phrase)
}

/** How much virus there is is asked of those who have it. */
/** Whether a person comes back is no doubt of a doctor. */
const unwilling =
  /\b(?:unwilling|non-?complian\w*|unlikely to (?:comply|return|complete|follow))\b/i
const ofVirus = /\b(?:RNA|viral load|copies|CD4\+?)\b/i
const ofLight = /\b(?:UV[AB]?\b|ultraviolet|sunlight|solar)/i
const following =
  /\b(?:compl(?:y|ies|ying|iance|iant)|non-?complian\w*|adher\w*|follow(?!ing\b)\w*|attend\w*|visits?|return\w*|co-?operat\w*|schedules?|instructions?|requirements?|protocol|diar(?:y|ies)|questionnaires?|perform\w* (?:all |any |the |study )*(?:-?related )?procedures?|study(?: |-)(?:related )?procedures?|(?:complet\w*|participat\w*|remain\w*)(?: in| with)? (?:the |this |all |required )*(?:study|trial|follow|treatment|course|period|program\w*))\b/i
/** To undergo one thing is no visit. */
const undergoing =
  /\b(?:undergo\w*|tolerat\w*|refrain\w*|biops\w*|refus\w+ (?:of|to (?:have|receive|undergo)))\b/i
const refusing = /\b(?:refus\w*|declin\w*|unwilling\w*) (?:to )?participat/i
const complying = /\b(?:compl(?:y|iance|iant)|adher\w*|visits?)\b/i
const willing =
  /^\W*(?:(?:patients?|subjects?|participants?|individuals?|must|should|be|is|are|who|the) )*(?:willing\w*|able|ability|agree\w*|consent\w*|capable|tolerat\w*|unwilling\w*|unable|inability|refus\w*)\b/i
const ofWill: ReadonlySet<string> = new Set([
  'consent',
  'consentAndComply',
  'consentOfOther',
  'contraception',
  'doctorDoubts',
  'guardianship',
  'healthAllows',
  'helper',
  'insurance',
  'internet',
  'liveNear',
  'noMri',
  'operationAhead',
  'questionnaires',
  'sample',
  'studyLanguage',
  'swallow',
  'telephone',
  'walk',
])
