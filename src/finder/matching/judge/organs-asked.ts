import { areasIn } from '../../vocabulary/areas.ts'

/**
 * The organs of which a criterion asks for any disease: "pericardial disease", "disorders of the retina", "retinopathy",
 * « maladie de l’œsophage ». Whatever a record says of that organ bears on it. Rule `organ-disease@1`.
 */
export function organsAsked(text: string): ReadonlySet<string> {
  const asked = text
    .replace(ofNoOrgan, ' ')
    .split(/[.;:()]/)
    .flatMap((clause) => (anyDisease.test(clause) ? (clause.match(ofDisease) ?? []) : []))
  return asked.length === 0 ? none : areasIn(asked.join(' ; '), 'organ')
}

const none: ReadonlySet<string> = new Set()
/** Most clauses have no such word, and this asks much less. */
const anyDisease =
  /disease|disorder|patholog|condition|illness|abnormalit|dysfunction|problem|impairment|maladie|affection|trouble|atteinte|anomalie|path(?:y|ie)/iu
/** The words of a clause around a word for disease at large, and diseases named after an organ. */
const ofDisease =
  /(?:.{0,70}(?<!\p{L})(?:diseases?|disorders?|patholog(?:y|ies)|conditions?|illness(?:es)?|abnormalit(?:y|ies)|dysfunctions?|problems?|impairments?)(?!\p{L})(?: (?:of|in|involving|affecting) .{1,40})?|(?<!\p{L})(?:maladies?|affections?|troubles?|pathologies?|atteintes?|anomalies?) .{1,40}|\p{L}{4,}path(?:y|ies?)(?!\p{L}))/gisu
/** Diseases that have the name of a part of the body and are infections of the whole. */
const ofNoOrgan =
  /\b(?:hand,? foot,?(?: and|&)? mouth|foot[- ]and[- ]mouth|pelvic inflammatory) diseases?\b/gi
