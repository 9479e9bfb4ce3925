import { areasIn } from '../../vocabulary/areas.ts'

/**
 * The organs of which a criterion asks for any disease: "pericardial disease", "disorders of the retina", "retinopathy",
 * « maladie de l’œsophage ». Whatever a record says of that organ bears on it. Rule `organ-disease@1`.
 */
export function organsAsked(text: string): ReadonlySet<string> {
  const asked = text.replace(ofNoOrgan, ' ').match(ofDisease) ?? []
  return areasIn(asked.join(' ; '), 'organ')
}

/** The words around a word for disease at large, and diseases named after an organ: within a clause. */
const ofDisease =
  /(?:[^.;:()]{0,70}(?<!\p{L})(?:diseases?|disorders?|patholog(?:y|ies)|conditions?|illness(?:es)?|abnormalit(?:y|ies)|dysfunctions?|problems?|impairments?)(?!\p{L})(?: (?:of|in|involving|affecting) [^.;:()]{1,40})?|(?<!\p{L})(?:maladies?|affections?|troubles?|pathologies?|atteintes?|anomalies?) [^.;:()]{1,40}|\p{L}{4,}path(?:y|ies?)(?!\p{L}))/giu
/** Diseases that have the name of a part of the body and are infections of the whole. */
const ofNoOrgan =
  /\b(?:hand,? foot,?(?: and|&)? mouth|foot[- ]and[- ]mouth|pelvic inflammatory) diseases?\b/gi
