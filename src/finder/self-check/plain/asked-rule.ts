import type { AskedRule } from '../../../words/language/asked.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { namesIn } from './names.ts'
import { rulesTextOf } from './rule-text.ts'
import { severalOf } from './several-rules.ts'
import { simpleRule } from './simple-rule.ts'
import type { Walk } from './walk.ts'

/** A rule as it stands in a record. */
export interface WrittenRule {
  readonly kind: CriterionKind
  readonly text: string
}

/**
 * A rule as one plain question, where every word of it was read; undefined where any was not, or where what was read could
 * mean two things. Rule `asked-rule@1`.
 */
export function askedRuleOf(
  { kind, text }: WrittenRule,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
  isWider: boolean = false,
): AskedRule | undefined {
  // What ends in a colon is a title.
  if (text.length > mostText || /:\s*$/.test(text)) return undefined
  if (kind !== 'exclusion' && saysKeptOut.test(text)) return undefined
  // "Drug(s)" is "drug"; the places of what was read stay the same.
  const rule = rulesTextOf(plainText(text), readings)
  const walk: Walk = {
    rule,
    names: namesIn(rule, vocabulary, isWider),
    isOfMany: kind === 'exclusion' && many.test(text),
    lists: new Map(),
    items: new Map(),
  }
  return simpleRule(walk, { from: 0, end: rule.words.length }, kind) ?? severalOf(walk, kind)
}

/** "Patients with asthma are not eligible": among what is asked for it says what must not be. */
export const saysKeptOut: RegExp =
  /\b(?:excluded|ineligible|exclusionary|prohibited|disqualif\w+|(?:an|the) exclusion|not (?:be )?(?:eligible|included|enrol\w*|allowed|permitted|considered|accepted)|cannot (?:be|participate|enrol\w*)|(?:may|can|will|should|must) not (?:participate|enrol\w*|enter|take part))\b/i

/** "(HF)" repeats the name before it, and would stand in the middle of one: "central nervous system (CNS) disease". */
function plainText(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length)
  return (
    text
      .replaceAll(/["“”*†‡]|\[\s?as per amendment[^\]]*\]?/gi, blank)
      .replace(numbered, blank)
      .replace(labels, blank)
      .replaceAll(otherBefore, '$2 $1')
      .replaceAll('(s)', '   ')
      // Pets are no PET scans.
      .replaceAll(/\bpets?\b/g, (found) => 'x'.repeat(found.length))
      .replaceAll(
        /[([](?=[^)\]]*\p{Lu}[^)\]]*\p{Lu})\p{Ll}{0,2}\p{Lu}[\p{Lu}\d-]{0,8}s?[)\]]/gu,
        blank,
      )
      .replaceAll(
        /[([](?:6MWT|6MWD|FEV1|FEV 1|HbA1c|A1C|Hb|Hgb|mPAP|mRS|eGFR|hs-CRP|NT-proBNP|NT-pro BNP|LVEF|OFC|IgE|sIgE)[)\]]/g,
        blank,
      )
  )
}

/** "3 Body weight over 40 kg", "2. Asthma": the number of the line. "3 Weeks since …" is none. */
const numbered =
  /^\s*\(?\d{1,2}[.)]?\s+(?=\p{Lu}\p{Ll}+ )(?!(?:hours?|days?|weeks?|months?|years?|times)\b)/iu

/** "Renal: Creatinine …", "PRIOR CONCURRENT THERAPY: Radiotherapy: …": what a rule is filed under says nothing of it. */
const labels =
  /^(?:(?:patient characteristics|disease characteristics|prior(?: |\/)concurrent therapy|performance status|ha?ematopoietic|ha?ematologic(?:al)?|hepatic|liver|renal|kidney|cardiovascular|cardiac|pulmonary|respiratory|neurologic(?:al)?|psychiatric|other|chemotherapy|radiotherapy|surgery|biologic therapy|endocrine therapy|immunologic(?:al)?|gastrointestinal|infectious|bone marrow|coagulation|laboratory|blood|pulmonary function|vital signs|general|infections?|malignanc(?:y|ies)|comorbidities|(?:liver|kidney|renal|hepatic|pulmonary|lung|thyroid) function tests?|laboratory (?:values|tests|parameters|results|abnormalities|criteria|findings)|(?:ha?ematological|cardiac|neurological|psychiatric|respiratory|renal|hepatic) (?:disorders?|conditions?|criteria))(?: (?:function|disease))?\s?[:–] ?)+(?=[\p{L}\d<>≥≤])/iu

/** "Other prior malignancy" is a prior other one: when comes before which. The places of what comes after stay the same. */
const otherBefore =
  /\b(other) ((?:prior|previous|past)(?: or (?:current|concurrent|concomitant))?)(?= (?:\w+ ){0,2}(?:malignan|cancer|neoplas|tumou?r|carcinoma|disease|illness|disorder|condition))/giu

/** In characters: a longer rule is no plain question. */
const mostText = 400

const many = /\b(?:diseases|disorders|conditions|abnormalities|illnesses|infections|problems)\b/i
