import type { AskedItem, AskedRule } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import type { ReadAsk } from '../plain/rule-reader.ts'

/**
 * Whether a question asks something else than its rule, whatever is held: a change as a level, a danger in an operation as the
 * chance of one, who could enter another study as who is in one, what one is willing or able to bear as an illness or a visit.
 */
export function asksOtherSense({ kind, text }: WrittenRule, { rule, readings }: ReadAsk): boolean {
  if (rule.ask === 'set') return isOtherSet(text, rule)
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
  return /"otherStudy|consignes médicales|recommandations/.test(JSON.stringify(rule))
}

function isOtherSet(text: string, rule: Extract<AskedRule, { ask: 'set' }>): boolean {
  if (rule.phrase.startsWith('otherStudy')) return couldEnter.test(text)
  if (rule.phrase === 'hiv') return ofVirus.test(text)
  if (rule.phrase === 'cancerTreatment') return ofLight.test(text)
  if (!rule.isWide) return false
  if (rule.phrase === 'comply') return !following.test(text)
  return willing.test(text) && !ofWill.has(rule.phrase)
}

/** How much virus there is is asked of those who have it. */
const ofVirus = /\b(?:RNA|viral load|copies|CD4\+?)\b/i
const ofLight = /\b(?:UV[AB]?\b|ultraviolet|sunlight|solar)/i
const following =
  /\b(?:compl[iy]\w*|non-?complian\w*|adher\w*|follow\w*|attend\w*|visits?|return\w*|complet\w+|co-?operat\w*|procedures?|schedules?|requirements?|instructions?|participat\w*|available|availability|commit\w*|perform\w*|keep\w*|travel\w*|evaluations?|assessments?|questionnaires?|diar(?:y|ies))\b/i
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
