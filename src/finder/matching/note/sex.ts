import type { Evidenced } from '../patient/patient.ts'
import type { Sentence } from './sentences.ts'

/** The person's sex by the words for them ("boy", "74M", "lady"), or else by he and she where they agree. */
export function sexIn(sentences: readonly Sentence[]): Evidenced<'FEMALE' | 'MALE'> | undefined {
  for (const { text, start, end } of sentences.slice(0, 60)) {
    const found = noun.exec(text.replace(others, (words) => ' '.repeat(words.length)))
    if (!found) continue
    return { value: found.groups?.['female'] ? 'FEMALE' : 'MALE', evidence: { text, start, end } }
  }
  return byPronouns(sentences)
}

function byPronouns(sentences: readonly Sentence[]): Evidenced<'FEMALE' | 'MALE'> | undefined {
  let [female, male] = [0, 0]
  let evidence: Evidenced<true>['evidence'] | undefined
  for (const { text, start, end } of sentences.slice(0, 400)) {
    if (relatives.test(text)) continue
    const [she, he] = [
      count(text, /\b(?:she|her|hers|herself)\b/gi),
      count(text, /\b(?:he|his|him|himself)\b/gi),
    ]
    female += she
    male += he
    if (she + he > 0) evidence ??= { text, start, end }
  }
  if (!evidence || (female > 0 && male > 0 && Math.min(female, male) * 5 > Math.max(female, male)))
    return undefined
  return { value: female > male ? 'FEMALE' : 'MALE', evidence }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

const noun =
  /(?<![A-Za-z])(?:(?<female>woman|female|girl|lady|(?<=\d\s?(?:y|yo|year|yr|y\/o|yr old|years?[- ]old)?\s?)F(?!\w)|primigravida|multigravida|G\d+P\d+)|(?<male>man|male|boy|gentleman|(?<=\d\s?(?:y|yo|year|yr|y\/o|yr old|years?[- ]old)?\s?)M(?!\w)))\b/
const others =
  /\b(?:his|her|their|the patient's|a|an|one|other|male|female) (?:\w+ )?(?:partner|physician|doctor|nurse|friend|son|daughter|child|baby|infant)s?\b|\b(?:partner|husband|wife|mother|father|brother|sister|son|daughter)s?\b|\b(?:birth to|delivered|gave birth to) (?:an? )?(?:\w+ ){0,3}(?:boy|girl|male|female)\b/gi
const relatives =
  /\b(?:mother|father|brother|sister|son|daughter|husband|wife|uncle|aunt|parents?|partner|grand\w+|boyfriend|girlfriend)\b/i
