import type { AskedRule } from '../../../words/language/asked.ts'
import { isThing } from '../../../words/language/is-thing.ts'

/**
 * True for a line among what keeps out that is written as what lets in: "No major surgery within 28 days", "All participants will be
 * adults". Whether it stands in the wrong list or means what it says nobody can tell. Rule `slip@1`.
 */
export function isOfOtherList(text: string, rule: AskedRule): boolean {
  if (everybody.test(text)) return true
  return rule.isTurned && absent.test(text) && isHad(rule)
}

/** An illness or a treatment; consent, visits and insurance keep out where they are missing. */
function isHad(rule: AskedRule): boolean {
  if (rule.ask === 'several') return rule.rules.every(isHad)
  return rule.ask === 'things'
}

const absent =
  /^\W*(?:(?:(?:the|all|any) )?(?:patients?|subjects?|participants?|individuals?) )?(?:(?:with|has|have|had|must have|having) )?(?:no|not|never|without|absence of|free (?:of|from)|negative for)\b/i
const everybody =
  /^\W*(?:all|every|each) (?:of the )?(?:patients?|subjects?|participants?|individuals?)\b[^.;]{0,40}\b(?:will|must|should|shall) (?!(?:not )?be excluded|be ineligible)/i

/** "Current medical history of cancer": whoever had it once has it no more. */
export function isOfNow(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.isTurned) return false
  return (rule.frame === 'had' || rule.frame === 'took') && now.test(text) && !before.test(text)
}

const now = /\b(?:current(?:ly)?|present(?:ly)?|ongoing) (?:\w+ ){0,2}(?:history|diagnosis)\b/i
const before =
  /\b(?:or|and|\/) ?(?:past|previous|prior|former|history|any)\b|\b(?:past|previous|prior) (?:or|and|\/)/i

/** "MRI of disc degeneration: grade I to IV": that a scan is done says nothing of what it must show. */
export function asksExamAlone(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.frame !== 'concerns' || !shows.test(text)) return false
  return rule.what.things.every(
    (one) => isThing(one) && isDone.has(one.name.kind) && one.like.length + one.tails.length === 0,
  )
}

const isDone: ReadonlySet<string | undefined> = new Set(['exam', 'done'])
const shows =
  /\b(?:grades?|stages?|class(?:es)?|scores?|types?|show\w*|demonstrat\w*|confirm\w*|evidence|find\w*|indicat\w*|positive|negative|abnormal\w*|normal|lesions?|degenerat\w*|consistent|compatible)\b|[<>≤≥]/i

/** "Measurable systemic disease" is a cancer that can be measured, and "able to speak English" no question of a voice. */
export function isOtherThanAsked(text: string, rule: AskedRule): boolean {
  if (measurable.test(text) && isAnyIllness(rule)) return true
  if (rule.ask === 'set' && rule.phrase === 'measurable') return ofBlood.test(text)
  return (
    rule.ask === 'doing' && inLanguage.test(text) && !/\b(?:langu|angl)/i.test(JSON.stringify(rule))
  )
}

function isAnyIllness(rule: AskedRule): boolean {
  if (rule.ask !== 'things') return false
  return rule.what.things.every((one) => isThing(one) && /^maladie\b/.test(one.name.fr))
}

const measurable =
  /\b(?:measurable|evaluable) (?:[\w-]+ ){0,3}(?:disease|lesions?|tumou?rs?|illness)\b/i
/** What is counted in the blood or the marrow is on no scan. */
const ofBlood =
  /\b(?:blasts?|(?:bone )?marrow|leuk(?:a)?emi\w+|m-?(?:protein|spike|component)|paraprotein|monoclonal|light chains?|FLC|serum|urine|blood|PSA|MRD|cytogenetic|transcripts?|molecular(?:ly)?)\b/i
const inLanguage =
  /\b(?:speak|read|write|understand|communicate|converse)\w*\b[^.;]{0,40}\b(?:in )?(?:English|French|German|Spanish|Italian|Dutch|Danish|Swedish|Norwegian|Finnish|Portuguese|Polish|Chinese|Mandarin|Cantonese|Japanese|Korean|Arabic|Hindi|Hebrew|Turkish|Russian|Greek)\b/i
